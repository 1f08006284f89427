import type { CameraMove } from '../../../schemas/storyboard.ts';

/** Zoom around the middle of the frame, and how far the picture is shifted, in frame widths and heights. */
export type Camera = { zoom: number; x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };
export type Size = { width: number; height: number };

/** How far a shot of five seconds travels; shorter shots travel less, so that the speed stays calm. */
const PUSH = 0.1;
const PAN = 0.035;
const CRANE = 0.04;
const PARALLAX = { shift: 0.03, zoom: 0.04 };
const HOLD = 0.018;
const CALM_SECONDS = 5;
const MAX_PACE = 1.25;

/** Cosine ease in and out. */
export const eased = (share: number) => 0.5 - 0.5 * Math.cos(Math.PI * share);

const paceOf = (seconds: number) => Math.min(MAX_PACE, seconds / CALM_SECONDS);

/** The camera at `share` (0…1) of a shot. A pan to the right moves the picture to the left. */
export function cameraAt(move: CameraMove, share: number, seconds: number): Camera {
  const e = eased(share);
  const pace = paceOf(seconds);
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

/**
 * Where a box of the neutral picture lies for the camera. `rate` is its depth: 1 moves as the camera says, more is
 * nearer and moves more.
 */
export function seen(box: Box, rate: number, camera: Camera, frame: Size): Box {
  const zoom = 1 + (camera.zoom - 1) * rate;
  const middleX = frame.width / 2;
  const middleY = frame.height / 2;
  return {
    x: middleX + (box.x - middleX) * zoom + camera.x * rate * frame.width,
    y: middleY + (box.y - middleY) * zoom + camera.y * rate * frame.height,
    width: box.width * zoom,
    height: box.height * zoom,
  };
}

/** How much larger than the frame a plate must be so that no edge shows during the move. */
export function overscan(move: CameraMove, rate: number, seconds: number): Size {
  const ends = [cameraAt(move, 0, seconds), cameraAt(move, 1, seconds)];
  const reach = (shift: (c: Camera) => number) => Math.max(...ends.map((c) => Math.abs(shift(c)) * rate));
  return { width: 1.01 + 2 * reach((c) => c.x), height: 1.01 + 2 * reach((c) => c.y) };
}
