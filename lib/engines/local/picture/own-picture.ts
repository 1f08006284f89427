import sharp from 'sharp';
import { mixFrames } from '../../../media/mix-frames.ts';
import { seededRandom } from '../../../media/seeded-random.ts';
import { createFrame, layerFromPixels, type YuvFrame } from '../../../media/yuv.ts';
import type { EnginePorts, SceneInput } from '../../engine.ts';
import { type Camera, eased, overscan, type Size } from './camera.ts';
import type { Picture, PlacedLayer } from './draw-picture.ts';

/** Layer pixels for a frame pixel, so that the picture stays smooth while the camera moves between pixels. */
const DENSITY = 1.5;
/** The part of a shot in which the start dissolves into the end. */
const DISSOLVE = { from: 1 / 3, to: 2 / 3 };

const even = (value: number) => Math.max(2, Math.round(value / 2) * 2);

/** A picture of the film's shape as the ground of the frame, larger by what the camera needs; as it is, not graded. */
async function groundOf(image: Buffer, { scene }: SceneInput, frame: Size): Promise<PlacedLayer> {
  const over = overscan(scene.camera_move, 1, scene.duration);
  // One scale for both sides: the picture is never warped.
  const scale = Math.max(over.width, over.height);
  const size = { width: frame.width * scale, height: frame.height * scale };
  const { data, info } = await sharp(image)
    .removeAlpha()
    .toColourspace('srgb')
    .resize(even(size.width * DENSITY), even(size.height * DENSITY), { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const layer = layerFromPixels({ data, width: info.width, height: info.height, channels: info.channels });
  const box = { x: (frame.width - size.width) / 2, y: (frame.height - size.height) / 2, ...size };
  return { layer, box, rate: 1 };
}

/**
 * A shot with the pictures a person gave for its start and end in place of what was composed, and with the drift of
 * its take. With an own end the shot dissolves into it.
 */
export async function withOwnPictures(
  picture: Picture,
  input: SceneInput,
  { blobs }: Pick<EnginePorts, 'blobs'>,
): Promise<Picture> {
  const ground = async (hash: string) => [await groundOf(await blobs.get(hash), input, picture)];
  const { start = null, end = null } = input.own ?? {};
  const takeSeed = input.takeSeed ?? null;
  return {
    ...picture,
    ...(start !== null && { layers: await ground(start) }),
    ...(end !== null && { end: await ground(end) }),
    ...(takeSeed !== null && { drift: driftOf(takeSeed) }),
  };
}

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

/** How a take's camera leaves the way of the first take between its ends: fractions of the frame, zoom, and pace. */
export type Drift = { zoom: number; x: number; y: number; pace: number };

const DRIFT = { zoom: { min: 0.025, max: 0.06 }, pace: 0.45 };

/** Another take begins and ends as the keyframes do; its camera goes another way and at another pace between them. */
function driftOf(seed: number): Drift {
  const random = seededRandom(seed);
  const zoom = DRIFT.zoom.min + random() * (DRIFT.zoom.max - DRIFT.zoom.min);
  // No further than the zoom gives room for: no edge comes into the frame.
  const reach = 0.45 * zoom;
  const angle = random() * 2 * Math.PI;
  return {
    zoom,
    x: reach * Math.cos(angle),
    y: reach * Math.sin(angle),
    pace: (2 * random() - 1) * DRIFT.pace,
  };
}

/** The share of the way that a take has gone at `share` of its time; both ends stay. */
export const driftShare = (share: number, drift: Drift | undefined): number =>
  drift ? share + (drift.pace * Math.sin(2 * Math.PI * share)) / (2 * Math.PI) : share;

/** The camera of a take at `share`, of the first take's camera there. */
export function driftCamera(camera: Camera, share: number, drift: Drift | undefined): Camera {
  if (!drift) return camera;
  // It rests at both ends.
  const away = Math.sin(Math.PI * share) ** 2;
  return {
    zoom: camera.zoom + drift.zoom * away,
    x: camera.x + drift.x * away,
    y: camera.y + drift.y * away,
  };
}
