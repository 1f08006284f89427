import type { Placement, ShotType } from '../../../schemas/storyboard.ts';
import type { Size } from './camera.ts';
import { closeCrop } from './crop.ts';
import { grouped } from './group-layout.ts';
import {
  card,
  type Format,
  formatOf,
  keptIn,
  type Place,
  person,
  personOf,
  RATES,
  type Stand,
  type Subject,
  thing,
  WIDE_THING,
  within,
} from './stand.ts';

const FACE_OF_CARD = 0.75;

/** Shares of the frame that something alone may take, and where it stands: `bottom` on the ground, `y` in the air. */
type Room = { width: number; height: number; y: number; bottom: number };
const ALONE: Record<'medium' | 'close_up', Record<Format, Room>> = {
  medium: {
    landscape: { width: 0.46, height: 0.7, y: 0.465, bottom: 0.9 },
    portrait: { width: 0.82, height: 0.54, y: 0.43, bottom: 0.82 },
    square: { width: 0.66, height: 0.62, y: 0.45, bottom: 0.86 },
  },
  close_up: {
    landscape: { width: 0.62, height: 0.78, y: 0.48, bottom: 0.93 },
    portrait: { width: 0.92, height: 0.62, y: 0.44, bottom: 0.84 },
    square: { width: 0.8, height: 0.72, y: 0.46, bottom: 0.9 },
  },
};
/** Where someone alone stands: on a third, looking into the room that is left. */
const THIRDS = { left: 0.33, centre: 0.5, right: 0.67, full: 0.46 };
const LEFT_TO_RIGHT: Placement['position'][] = ['left', 'full', 'centre', 'right'];
/** One subject that has the frame for itself. */
function alone(subject: Subject, place: Place): Stand | null {
  const { shape, position } = subject;
  const { frame, format, shot, clear } = place;
  const middle = format === 'landscape' || shot === 'wide' ? THIRDS[position] : 0.5;
  const who = personOf(subject);
  if (who) return person(who, middle, place, null);
  if (shot === 'wide') {
    if (!shape.isCutOut) return null;
    const size = within(shape, WIDE_THING.width * frame.width, WIDE_THING.height * frame.height);
    return thing(size, keptIn(middle, size.width / frame.width), WIDE_THING.bottom[format], place);
  }
  const room = ALONE[shot === 'close_up' ? 'close_up' : 'medium'][format];
  const most = { width: room.width * frame.width, height: room.height * frame.height };
  if (shape.isCutOut) {
    const size = within(shape, most.width, Math.min(most.height, (clear - 0.08) * frame.height));
    return thing(size, keptIn(middle, size.width / frame.width), room.bottom, place);
  }
  const crop = shot === 'close_up' ? closeCrop(shape, frame) : null;
  if (!crop) return card(shape, most, middle, room.y, place);
  const box = { x: 0, y: 0, ...frame };
  const face = { ...box, height: frame.height * Math.min(FACE_OF_CARD, clear) };
  return { kind: 'fill', box, crop, rate: RATES.fill, isGrounded: false, keepClear: face };
}

/**
 * Where the subjects of a shot stand in the neutral picture; null: not shown. `clear` is the share of the frame's
 * height that is free of text. Wide shots take cut-outs only: cards would hide the place.
 */
export function standsOf(all: Subject[], shot: ShotType, frame: Size, clear = 1): (Stand | null)[] {
  const place: Place = { frame, format: formatOf(frame), shot, clear };
  const shown = all.filter(({ shape }) => shot !== 'wide' || shape.isCutOut).slice(0, 3);
  const [first] = shown;
  if (!first) return all.map(() => null);
  const stands = new Map<Subject, Stand | null>();
  if (shown.length === 1) stands.set(first, alone(first, place));
  else {
    const ordered = [...shown].sort(
      (a, b) => LEFT_TO_RIGHT.indexOf(a.position) - LEFT_TO_RIGHT.indexOf(b.position),
    );
    for (const [i, stand] of grouped(ordered, place).entries()) {
      const subject = ordered[i];
      if (subject) stands.set(subject, stand);
    }
  }
  return all.map((subject) => stands.get(subject) ?? null);
}
