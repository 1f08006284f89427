import sharp, { type Sharp } from 'sharp';
import { layerFromPixels, type RawPixels, type YuvLayer } from '../../../media/yuv.ts';

/** Layer pixels for a frame pixel: what is sharp is kept denser, so that it stays smooth between pixels. */
export const SHARP_DENSITY = 1.5;
/** What is out of focus has no detail between its pixels; drawing it enlarges it smoothly. */
export const SOFT_DENSITY = 0.5;

export const even = (value: number) => Math.max(2, Math.round(value / 2) * 2);

export async function pixelsOf(picture: Sharp): Promise<RawPixels> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

export const toLayer = async (picture: Sharp): Promise<YuvLayer> => layerFromPixels(await pixelsOf(picture));

/** Pixels back into a pipeline, so that its steps run in the order written and not in sharp's own. */
export async function settled(picture: Sharp): Promise<Sharp> {
  const { data, width, height, channels } = await pixelsOf(picture);
  return sharp(data, { raw: { width, height, channels: channels as 3 | 4 } });
}

export const svg = (width: number, height: number, content: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`,
  );
