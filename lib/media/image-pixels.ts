import sharp from 'sharp';

/** 8-bit sRGB with alpha, four bytes a pixel, row by row. */
export type ImagePixels = { data: Buffer; width: number; height: number };

/** Alpha from which a pixel counts as part of the picture. */
export const OPAQUE_FROM = 128;

/** The image (bytes of PNG, JPEG or WebP) in pixels, at most `maxSide` long, never enlarged. */
export async function readPixels(image: Buffer, maxSide: number): Promise<ImagePixels> {
  const { data, info } = await sharp(image)
    .resize({
      width: maxSide,
      height: maxSide,
      fit: 'inside',
      withoutEnlargement: true,
      fastShrinkOnLoad: false,
    })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The same pixels smaller, `maxSide` at most. */
export async function shrinkPixels(pixels: ImagePixels, maxSide: number): Promise<ImagePixels> {
  const { data, info } = await sharp(pixels.data, {
    raw: { width: pixels.width, height: pixels.height, channels: 4 },
  })
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Luma 0…255 of each pixel (Rec. 709 weights on gamma-coded values). */
export function lumaOf({ data }: ImagePixels): Float32Array {
  const luma = new Float32Array(data.length / 4);
  for (let i = 0, p = 0; i < luma.length; i += 1, p += 4) {
    luma[i] = 0.2126 * (data[p] ?? 0) + 0.7152 * (data[p + 1] ?? 0) + 0.0722 * (data[p + 2] ?? 0);
  }
  return luma;
}

/** 1 for each pixel that counts, 0 for the see-through ones; all count where none is opaque. */
export function opaqueMask({ data }: ImagePixels): Uint8Array {
  const mask = new Uint8Array(data.length / 4);
  let any = 0;
  for (let i = 0; i < mask.length; i += 1) {
    const opaque = (data[i * 4 + 3] ?? 0) >= OPAQUE_FROM ? 1 : 0;
    mask[i] = opaque;
    any |= opaque;
  }
  return any ? mask : mask.fill(1);
}
