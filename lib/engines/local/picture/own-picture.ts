import sharp from 'sharp';
import { layerFromPixels } from '../../../media/yuv.ts';
import type { PicturePorts, SceneInput } from '../../engine.ts';
import { overscan, type Size } from './camera.ts';
import type { Picture, PlacedLayer } from './draw-picture.ts';

/** Layer pixels for a frame pixel, so that the picture stays smooth while the camera moves between pixels. */
const DENSITY = 1.5;

const even = (value: number) => Math.max(2, Math.round(value / 2) * 2);

/** A picture of the film's shape as the ground of the frame, larger by what the camera needs; as it is, not graded. */
async function groundOf(image: Buffer, picture: Picture): Promise<PlacedLayer> {
  const { move, duration, variation } = picture;
  const frame: Size = { width: picture.width, height: picture.height };
  const over = overscan(move, 1, duration, variation);
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
 * A shot with the pictures a person gave for its start and end in place of what was composed. With an own end the shot
 * dissolves into it.
 */
export async function withOwnPictures(
  picture: Picture,
  { own, settings }: SceneInput,
  { blobs }: PicturePorts,
): Promise<Picture> {
  const ground = async (hash: string) => [await groundOf(await blobs.get(hash), picture)];
  const { start = null, end = null } = own ?? {};
  // The sentence that stands in for what could not be shown is not needed over a picture.
  const captions = start !== null && !settings.burnCaptions ? [] : picture.captions;
  return {
    ...picture,
    captions,
    ...(start !== null && { layers: await ground(start) }),
    ...(end !== null && { end: await ground(end) }),
  };
}
