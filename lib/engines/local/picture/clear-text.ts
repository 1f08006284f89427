import type { StoryboardScene } from '../../../schemas/storyboard.ts';
import type { Box, Size } from './camera.ts';
import { captionBlock } from './captions.ts';
import { formatOf, type Stand } from './stand.ts';

/** Narrowest column beside someone that text can stand in, in frame widths. */
const NARROWEST = 0.3;
const MARGIN = 0.031;
/** What a move brings a subject nearer to the text. */
const REACH = 0.05;

/** Upper edge of the text of a shot, in shares of the frame's height. */
export const textTop = (scene: StoryboardScene, frame: Size): number =>
  captionBlock(scene, frame).top / frame.height;

/** The wider side beside a box, in shares of the frame's width; null: neither is wide enough. */
function beside(box: Box, frame: Size): { from: number; to: number } | null {
  const left = { from: MARGIN, to: box.x / frame.width - REACH };
  const right = { from: (box.x + box.width) / frame.width + REACH, to: 1 - MARGIN };
  const wider = right.to - right.from >= left.to - left.from ? right : left;
  return wider.to - wider.from >= NARROWEST ? wider : null;
}

/**
 * The column beside a single person whom the lower edge cuts, in shares of the frame's width: beside the body, else
 * beside the face; null: all of it.
 */
export function freeThird(stands: Stand[], frame: Size): { from: number; to: number } | null {
  const [only] = stands;
  if (formatOf(frame) !== 'landscape' || stands.length !== 1 || only?.kind !== 'cut_out') return null;
  if (only.keepClear === only.box) return null;
  return beside(only.box, frame) ?? beside(only.keepClear, frame);
}
