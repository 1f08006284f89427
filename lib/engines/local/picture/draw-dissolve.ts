import { mixFrames } from '../../../media/mix-frames.ts';
import { createFrame, type YuvFrame } from '../../../media/yuv.ts';
import { eased, type Size } from './camera.ts';
import type { Picture } from './draw-picture.ts';

/** The part of a shot in which the start dissolves into the end. */
const DISSOLVE = { from: 1 / 3, to: 2 / 3 };
const spare: { frame: YuvFrame | null } = { frame: null };

function spareFrame({ width, height }: Size): YuvFrame {
  if (spare.frame?.width !== width || spare.frame.height !== height) spare.frame = createFrame(width, height);
  return spare.frame;
}

/** Draws a frame of a shot that dissolves from its layers to those of its end in the middle third, eased. */
export function drawDissolve(
  { end, ...picture }: Picture,
  number: number,
  frame: YuvFrame,
  draw: (picture: Picture, number: number, frame: YuvFrame) => YuvFrame,
): YuvFrame {
  const share = number / Math.max(1, picture.frameCount - 1);
  const mix = eased(Math.min(1, Math.max(0, (share - DISSOLVE.from) / (DISSOLVE.to - DISSOLVE.from))));
  const last = { ...picture, layers: end ?? picture.layers };
  if (mix <= 0) return draw(picture, number, frame);
  if (mix >= 1) return draw(last, number, frame);
  draw(picture, number, frame);
  const over = draw(last, number, spareFrame(frame));
  mixFrames(frame, over, mix, frame);
  return frame;
}
