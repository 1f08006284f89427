import type { StoryboardScene } from '../../../schemas/storyboard.ts';
import { cameraAt, type Size, seen } from './camera.ts';
import { captionBlock } from './captions.ts';
import { formatOf, type Stand } from './stand.ts';
import type { Variation } from './variation.ts';

type Shot = { scene: StoryboardScene; frame: Size; variation: Variation };

const SHARES = [0, 0.25, 0.5, 0.75, 1];
const AIR = 0.012;
const TRIES = 5;
/** Narrowest column beside someone that text can stand in, in frame widths. */
const NARROWEST = 0.3;
const MARGIN = 0.031;

/** Upper edge of the text of a shot, in shares of the frame's height. */
export const textTop = (scene: StoryboardScene, frame: Size): number =>
  captionBlock(scene, frame).top / frame.height;

/** The lowest that what must be kept clear comes during the move, in shares of the frame's height. */
function lowest(stand: Stand, { scene, frame, variation }: Shot): number {
  const bottoms = SHARES.map((share) => {
    const camera = cameraAt(scene.camera_move, share, scene.duration, variation);
    const { y, height } = seen(stand.keepClear, stand.rate, camera, frame);
    return (y + height) / frame.height;
  });
  return Math.max(...bottoms);
}

/**
 * Lays out a shot so that text below `top` covers no face, however the camera moves: what comes too low is laid out
 * again with less room.
 */
export function clearAbove(
  top: number,
  shot: Shot,
  layOut: (clear: number) => (Stand | null)[],
): (Stand | null)[] {
  let clear = top - AIR;
  for (let tried = 1; ; tried += 1) {
    const stands = layOut(clear);
    const over = Math.max(
      ...stands.map((s) => (s && s.kind !== 'fill' ? lowest(s, shot) - (top - AIR) : -1)),
    );
    if (over <= 0.001 || tried === TRIES) return stands;
    clear -= over;
  }
}

/** The columns beside a single person whom the lower edge cuts, in shares of the frame's width; null: all of it. */
export function freeThird(stands: Stand[], top: number, frame: Size): { from: number; to: number } | null {
  const [only] = stands;
  if (formatOf(frame) !== 'landscape' || stands.length !== 1 || only?.kind !== 'cut_out') return null;
  const { box } = only;
  if (box.y + box.height < top * frame.height) return null;
  const left = box.x / frame.width - MARGIN * 2;
  const right = (box.x + box.width) / frame.width + MARGIN * 2;
  if (1 - MARGIN - right >= Math.max(NARROWEST, left - MARGIN)) return { from: right, to: 1 - MARGIN };
  return left - MARGIN >= NARROWEST ? { from: MARGIN, to: left } : null;
}
