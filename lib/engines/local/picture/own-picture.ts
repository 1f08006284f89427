import sharp from 'sharp';
import { seededRandom } from '../../../media/seeded-random.ts';
import { layerFromPixels } from '../../../media/yuv.ts';
import type { EnginePorts, SceneInput } from '../../engine.ts';
import { overscan, type Size } from './camera.ts';
import type { Picture, PlacedLayer } from './draw-picture.ts';
import type { Drift } from './take-camera.ts';

/** Layer pixels for a frame pixel, so that the picture stays smooth while the camera moves between pixels. */
const DENSITY = 1.5;

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
