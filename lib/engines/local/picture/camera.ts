import type { CameraMove } from '../../../schemas/storyboard.ts';
import { PLAIN, type Variation } from './variation.ts';

/** Zoom around a point of the frame, and how far the picture is shifted, in frame widths and heights. */
export type Camera = { zoom: number; x: number; y: number };
export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };
export type Size = { width: number; height: number };

/** How far a shot of five seconds travels; shorter shots travel less, so that the speed stays calm. */
const PUSH = 0.12;
const PAN = 0.045;
const CRANE = 0.045;
const PARALLAX = { shift: 0.034, zoom: 0.045 };
const HOLD = 0.022;
const CALM_SECONDS = 5;
const MAX_PACE = 1.3;
/** Share of a shot in which the camera gathers speed, and in which it comes to rest. */
const RAMP = 0.36;
export const MIDDLE: Point = { x: 0.5, y: 0.5 };

/** Way of a camera whose speed rises from nothing along a smoothstep over `ramp`, as a share of that ramp's end speed. */
const rampWay = (share: number, ramp: number) => ramp * ((share / ramp) ** 3 - (share / ramp) ** 4 / 2);

/**
 * Ease in and out: speed and its change begin and end at nothing, and the middle is even. `lean` -1…1 lengthens the
 * end or the beginning.
 */
export function eased(share: number, lean = 0): number {
  const [first, last] = [RAMP * (1 + lean * 0.5), RAMP * (1 - lean * 0.5)];
  const speed = 1 / (1 - (first + last) / 2);
  if (share <= first) return speed * rampWay(share, first);
  if (share >= 1 - last) return 1 - speed * rampWay(1 - share, last);
  return speed * (share - first / 2);
}

const paceOf = (seconds: number) => Math.min(MAX_PACE, seconds / CALM_SECONDS);

function moveAt(move: CameraMove, e: number, pace: number): Camera {
  const sweep = (1 - 2 * e) * pace;
  switch (move) {
    case 'hold':
      return { zoom: 1 + HOLD * pace * e, x: 0, y: 0 };
    case 'push_in':
      return { zoom: 1 + PUSH * pace * e, x: 0, y: 0 };
    case 'pull_out':
      return { zoom: 1 + PUSH * pace * (1 - e), x: 0, y: 0 };
    case 'pan_left':
      return { zoom: 1, x: -PAN * sweep, y: 0 };
    case 'pan_right':
      return { zoom: 1, x: PAN * sweep, y: 0 };
    case 'crane_up':
      return { zoom: 1, x: 0, y: -CRANE * sweep };
    case 'crane_down':
      return { zoom: 1, x: 0, y: CRANE * sweep };
    case 'parallax':
      return { zoom: 1 + PARALLAX.zoom * pace * e, x: PARALLAX.shift * sweep, y: 0 };
  }
}

/** The camera at `share` (0…1) of a shot. A pan to the right moves the picture to the left. */
export function cameraAt(
  move: CameraMove,
  share: number,
  seconds: number,
  variation: Variation = PLAIN,
): Camera {
  const pace = paceOf(seconds);
  const e = eased(share, variation.lean);
  const { zoom, x, y } = moveAt(move, e, pace * variation.travel);
  const drift = (1 - 2 * e) * pace;
  return {
    zoom: zoom * variation.lens,
    x: x + variation.drift.x * drift,
    y: y + variation.drift.y * drift,
  };
}

/**
 * Where a box of the neutral picture lies for the camera. `rate` is its depth: 1 moves as the camera says, more is
 * nearer and moves more. `centre` is where the zoom turns round, in shares of the frame.
 */
export function seen(box: Box, rate: number, camera: Camera, frame: Size, centre: Point = MIDDLE): Box {
  const zoom = 1 + (camera.zoom - 1) * rate;
  const middleX = frame.width * centre.x;
  const middleY = frame.height * centre.y;
  return {
    x: middleX + (box.x - middleX) * zoom + camera.x * rate * frame.width,
    y: middleY + (box.y - middleY) * zoom + camera.y * rate * frame.height,
    width: box.width * zoom,
    height: box.height * zoom,
  };
}

/** How much larger than the frame a plate must be so that no edge shows during the move. */
export function overscan(
  move: CameraMove,
  rate: number,
  seconds: number,
  variation: Variation = PLAIN,
): Size {
  const ends = [0, 1].map((share) => cameraAt(move, share, seconds, variation));
  const reach = (shift: (c: Camera) => number) => Math.max(...ends.map((c) => Math.abs(shift(c)) * rate));
  return { width: 1.01 + 2 * reach((c) => c.x), height: 1.01 + 2 * reach((c) => c.y) };
}
