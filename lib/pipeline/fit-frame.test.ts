import sharp from 'sharp';
import { expect, it } from 'vitest';
import { fitFrame } from './fit-frame.ts';

const FRAME = { width: 160, height: 90 };

/** White in the middle third, red left, blue right: a crop to a narrower shape loses the sides. */
async function stripes(width: number, height: number): Promise<Buffer> {
  const third = Math.round(width / 3);
  const part = (background: string) => ({
    create: { width: third, height, channels: 3 as const, background },
  });
  return sharp({ create: { width: third * 3, height, channels: 3, background: '#fff' } })
    .composite([
      { input: part('#f00'), left: 0, top: 0 },
      { input: part('#00f'), left: third * 2, top: 0 },
    ])
    .png()
    .toBuffer();
}

async function pixelAt(png: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}

it('a wide picture is cropped around its middle, or shown whole over a blurred copy', async () => {
  const wide = await stripes(900, 100);
  const cover = await fitFrame(wide, FRAME, 'cover');
  expect(await sharp(cover).metadata()).toMatchObject({ ...FRAME, format: 'png', hasAlpha: false });
  expect(await pixelAt(cover, 2, 45)).toEqual([255, 255, 255]);
  const contain = await fitFrame(wide, FRAME, 'contain');
  expect(await sharp(contain).metadata()).toMatchObject(FRAME);
  expect((await pixelAt(contain, 2, 45))[2]).toBeLessThan(20);
  expect(await pixelAt(contain, 80, 45)).toEqual([255, 255, 255]);
  // The surround is the picture itself, darker.
  const [red = 0] = await pixelAt(contain, 80, 4);
  expect(red).toBeGreaterThan(60);
  expect(red).toBeLessThan(240);
});

it('what is see-through becomes black', async () => {
  const clear = await sharp({
    create: { width: 50, height: 50, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  expect(await pixelAt(await fitFrame(clear, FRAME, 'cover'), 10, 10)).toEqual([0, 0, 0]);
});
