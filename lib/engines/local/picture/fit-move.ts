import type { CameraMove } from '../../../schemas/storyboard.ts';
import { type Box, cameraAt, type Point, type Size, seen } from './camera.ts';
import type { Stand } from './stand.ts';
import type { Variation } from './variation.ts';

export type Filmed = { move: CameraMove; seconds: number; variation: Variation; centre: Point; frame: Size };

/** What a move may not leave, in shares of the frame. */
export type Safe = { top: number; bottom: number; side: number };

const SHARES = [0, 0.25, 0.5, 0.75, 1];
const TRIES = 3;

type Edges = { left: number; top: number; right: number; bottom: number };

const edgesOf = ({ x, y, width, height }: Box, { width: w, height: h }: Size): Edges => ({
  left: x / w,
  top: y / h,
  right: (x + width) / w,
  bottom: (y + height) / h,
});

function hull(all: Edges[]): Edges {
  return {
    left: Math.min(...all.map((e) => e.left)),
    top: Math.min(...all.map((e) => e.top)),
    right: Math.max(...all.map((e) => e.right)),
    bottom: Math.max(...all.map((e) => e.bottom)),
  };
}

/** All that a box covers while the camera moves, in shares of the frame. */
export function sweptBy(box: Box, rate: number, { move, seconds, variation, centre, frame }: Filmed): Edges {
  const at = (share: number) =>
    edgesOf(seen(box, rate, cameraAt(move, share, seconds, variation), frame, centre), frame);
  return hull(SHARES.map(at));
}

const clamp = (value: number, low: number, high: number) =>
  low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));

/** One step: the group smaller and shifted by as much as it leaves the safe part. */
function fitted(group: Stand[], filmed: Filmed, safe: Safe): Stand[] {
  const { frame } = filmed;
  const rest = hull(group.map((s) => edgesOf(s.box, frame)));
  const swept = hull(group.map((s) => sweptBy(s.box, s.rate, filmed)));
  const room = {
    left: safe.side + (rest.left - swept.left),
    right: 1 - safe.side - (swept.right - rest.right),
    top: safe.top + (rest.top - swept.top),
    bottom: safe.bottom - (swept.bottom - rest.bottom),
  };
  const size = { width: rest.right - rest.left, height: rest.bottom - rest.top };
  const scale = Math.min(1, (room.right - room.left) / size.width, (room.bottom - room.top) / size.height);
  const half = { x: (size.width * scale) / 2, y: (size.height * scale) / 2 };
  const from = { x: (rest.left + rest.right) / 2, y: (rest.top + rest.bottom) / 2 };
  const to = {
    x: clamp(from.x, room.left + half.x, room.right - half.x),
    y: clamp(from.y, room.top + half.y, room.bottom - half.y),
  };
  return group.map((stand) => {
    const box = {
      x: (to.x + (stand.box.x / frame.width - from.x) * scale) * frame.width,
      y: (to.y + (stand.box.y / frame.height - from.y) * scale) * frame.height,
      width: stand.box.width * scale,
      height: stand.box.height * scale,
    };
    return { ...stand, box, keepClear: box };
  });
}

/**
 * Keeps panels, things and whole figures inside the safe part of the frame however the camera moves, as a group. Whom
 * the frame cuts stays as it is.
 */
export function fitToMove(stands: (Stand | null)[], filmed: Filmed, safe: Safe): (Stand | null)[] {
  const isWhole = (stand: Stand | null): stand is Stand =>
    stand !== null && stand.kind !== 'fill' && stand.keepClear === stand.box;
  let group = stands.filter(isWhole);
  if (group.length === 0) return stands;
  const places = stands.flatMap((stand, i) => (isWhole(stand) ? [i] : []));
  for (let tried = 0; tried < TRIES; tried += 1) group = fitted(group, filmed, safe);
  return stands.map((stand, i) => (places.includes(i) ? (group[places.indexOf(i)] ?? null) : stand));
}
