import { drawLayers } from '../../../media/draw-layer/draw-layers.ts';
import { drawOverlay } from '../../../media/draw-layer/draw-overlay.ts';
import type { YuvFrame, YuvLayer } from '../../../media/yuv.ts';
import type { CameraMove } from '../../../schemas/storyboard.ts';
import { type Box, cameraAt, type Point, seen } from './camera.ts';
import { drawDissolve } from './draw-dissolve.ts';
import type { Variation } from './variation.ts';

/** A layer at its place in the neutral frame. `rate` is its depth for the camera. */
export type PlacedLayer = { layer: YuvLayer; box: Box; rate: number };

/** Text over a shot from frame `from` to before `to`; it never moves. */
export type TimedCaption = { layer: YuvLayer; left: number; top: number; from: number; to: number };

/** A shot ready to be filmed: layers from back to front, the text over them, the move. Plain data for a thread. */
export type Picture = {
  width: number;
  height: number;
  frameCount: number;
  layers: PlacedLayer[];
  captions: TimedCaption[];
  move: CameraMove;
  /** Where a zoom turns round, in shares of the frame. */
  centre: Point;
  variation: Variation;
  /** Seconds. */
  duration: number;
  /** A person's picture that the shot dissolves into. */
  end?: PlacedLayer[];
};

/** Memory that the layers of a shot take. */
export const bytesOf = ({ layers, end = [], captions }: Picture): number =>
  [...new Set([...layers, ...end, ...captions].map(({ layer }) => layer))]
    .flatMap((layer) => [layer.luma, layer.chroma, layer.alphaHalf])
    .reduce((sum, plane) => sum + (plane?.byteLength ?? 0), 0);

/** Draws frame `number` of a shot into `frame`: the first is the start keyframe, the last the end keyframe. */
export function drawPicture(picture: Picture, number: number, frame: YuvFrame): YuvFrame {
  if (picture.end) return drawDissolve(picture, number, frame, drawPicture);
  const { layers, captions, move, frameCount, duration, variation, centre } = picture;
  const camera = cameraAt(move, number / Math.max(1, frameCount - 1), duration, variation);
  const viewed = layers.map(({ layer, box, rate }) => {
    const { x, y, width } = seen(box, rate, camera, frame, centre);
    return { layer, view: { left: x, top: y, scale: width / layer.width } };
  });
  drawLayers(frame, viewed);
  for (const { layer, left, top, from, to } of captions) {
    if (number >= from && number < to) drawOverlay(frame, layer, left, top);
  }
  return frame;
}
