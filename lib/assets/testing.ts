import sharp from 'sharp';
import { type TakenImage, takeImage } from './image-intake.ts';

/** A small plain picture as bytes; another colour is another picture. */
export function pngOf(color: string, { width = 96, height = 64 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: color } })
    .png()
    .toBuffer();
}

/** A picture that went through the real intake, for tests of what comes after. */
export async function anImage(color: string, fileName = 'picture.png'): Promise<TakenImage> {
  return takeImage({ bytes: await pngOf(color) }, { fileName });
}
