import { drawLayer, drawOverlay } from '../../../media/draw-layer.ts';
import type { YuvFrame, YuvLayer } from '../../../media/yuv.ts';
import type { CameraMove } from '../../../schemas/storyboard.ts';
import { type Box, cameraAt, seen } from './camera.ts';
import { type Drift, drawDissolve, driftCamera, driftShare } from './take-camera.ts';

/** A layer at its place in the neutral frame. `rate` is its depth for the camera. */
export type PlacedLayer = { layer: YuvLayer; box: Box; rate: number };

/** A shot ready to be filmed: layers from back to front, the text over them, the move. Plain data for a thread. */
export type Picture = {
  width: number;
  height: number;
  frameCount: number;
  layers: PlacedLayer[];
  caption: { layer: YuvLayer; top: number };
  move: CameraMove;
  /** Seconds. */
  duration: number;
  /** A person's picture that the shot dissolves into. */
  end?: PlacedLayer[];
  /** Of a take beside the first one. */
  drift?: Drift;
};

/** Memory that the layers of a shot take. */
export const bytesOf = ({ layers, end = [], caption }: Picture): number =>
  [...layers, ...end, caption]
    .flatMap(({ layer }) => [layer.luma, layer.chroma, layer.alphaHalf])
    .reduce((sum, plane) => sum + (plane?.byteLength ?? 0), 0);

/** Draws frame `number` of a shot into `frame`: the first is the start keyframe, the last the end keyframe. */
export function drawPicture(picture: Picture, number: number, frame: YuvFrame): YuvFrame {
  if (picture.end) return drawDissolve(picture, number, frame, drawPicture);
  const { layers, caption, move, frameCount, duration, drift } = picture;
  const share = number / Math.max(1, frameCount - 1);
  const camera = driftCamera(cameraAt(move, driftShare(share, drift), duration), share, drift);
  for (const { layer, box, rate } of layers) {
    const view = seen(box, rate, camera, frame);
    drawLayer(frame, layer, { left: view.x, top: view.y, scale: view.width / layer.width });
  }
  drawOverlay(frame, caption.layer, 0, caption.top);
  return frame;
}
