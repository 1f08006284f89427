import { seededRandom } from '../../../media/seeded-random.ts';
import type { Placement } from '../../../schemas/storyboard.ts';

/** How a take departs from the plain version of its shot, within what the scene says. */
export type Variation = {
  /** Who stands left stands right. */
  isMirrored: boolean;
  /** Zoom of the whole picture: another lens. */
  lens: number;
  /** Factor of how far the camera travels. */
  travel: number;
  /** A slow drift beside the move, in frame widths and heights over the whole shot. */
  drift: { x: number; y: number };
  /** -1…1: the move begins late or early. */
  lean: number;
  /** Where the zoom turns round, away from where it would, in shares of the frame. */
  focus: { x: number; y: number };
};

export const PLAIN: Variation = {
  isMirrored: false,
  lens: 1,
  travel: 1,
  drift: { x: 0, y: 0 },
  lean: 0,
  focus: { x: 0, y: 0 },
};

/** A take from the other side keeps about its lens; one from the same side takes a longer one. */
const LENS = { mirrored: { from: 0.03, to: 0.09 }, same: { from: 0.11, to: 0.19 } };
const MIRRORED_SHARE = 0.6;
const TRAVEL = 0.35;
const DRIFT = { x: 0.012, y: 0.007 };
const FOCUS = 0.14;
const LEAN = 0.6;

/** The version of a take by its seed; without one the plain version. The same seed gives the same version. */
export function variationOf(seed: number | null | undefined): Variation {
  if (seed === null || seed === undefined) return PLAIN;
  const random = seededRandom(seed);
  const either = () => 2 * random() - 1;
  // Away from nothing: every take differs to the eye.
  const away = () => (random() < 0.5 ? -1 : 1) * (0.5 + 0.5 * random());
  const isMirrored = random() < MIRRORED_SHARE;
  const lens = LENS[isMirrored ? 'mirrored' : 'same'];
  return {
    isMirrored,
    lens: 1 + lens.from + (lens.to - lens.from) * random(),
    travel: 1 + TRAVEL * either(),
    drift: { x: DRIFT.x * away(), y: DRIFT.y * either() },
    lean: LEAN * away(),
    focus: { x: FOCUS * away(), y: FOCUS * 0.6 * either() },
  };
}

const MIRRORED: Record<Placement['position'], Placement['position']> = {
  left: 'right',
  right: 'left',
  centre: 'centre',
  full: 'full',
};

/** The side a subject stands on in a take. Who has the frame alone leaves its middle. */
export function sideOf(position: Placement['position'], variation: Variation): Placement['position'] {
  if (variation !== PLAIN && position === 'full') return variation.isMirrored ? 'right' : 'left';
  return variation.isMirrored ? MIRRORED[position] : position;
}
