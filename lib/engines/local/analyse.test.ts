import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { hammingDistance } from '../../media/hamming-distance.ts';
import type { AssetAnalysis, AssetType } from '../../schemas/asset.ts';
import { analyse } from './analyse.ts';

// Real pictures on a machine that may be busy with other suites.
vi.setConfig({ testTimeout: 60_000 });

const FIXTURES = resolve('../shared/fixtures');

const analyseBytes = (
  bytes: Buffer,
  name = 'Thing',
  assetType: AssetType = 'OTHER',
  rest = {},
): Promise<AssetAnalysis> =>
  analyse(
    { imageHash: '', assetType, name, description: '', userTags: [], ...rest },
    { blobs: { get: async () => bytes, localPath: async () => '', tempPath: async () => '' } },
  );

/** Rings around a point on a plain ground: much detail, a clear subject. */
function rings(
  width: number,
  height: number,
  { cx = 0.5, cy = 0.5, radius = 0.25, low = 20, high = 230 } = {},
) {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const d = Math.hypot(x - cx * width, y - cy * height) / height;
      const isLight = d < radius && Math.floor(d * 60) % 2 === 0;
      data.fill(isLight ? high : low, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}
const detailOf = (analysis: AssetAnalysis, code: string) =>
  analysis.qualityReasons.find((r) => r.code === code);

describe('the analysis of an image', () => {
  it('is the same for the same image and words', async () => {
    const bytes = await rings(640, 480).jpeg().toBuffer();
    expect(await analyseBytes(bytes)).toEqual(await analyseBytes(bytes));
  });

  it('gives five reasons with what was measured', async () => {
    const { qualityReasons } = await analyseBytes(await rings(640, 480).png().toBuffer());
    expect(qualityReasons.map((reason) => reason.label)).toEqual([
      'Sharp',
      'Size',
      'Light',
      'Subject',
      'Contrast',
    ]);
    expect(detailOf({ qualityReasons } as AssetAnalysis, 'resolution')?.detail).toBe('640 px');
    for (const { detail } of qualityReasons)
      expect(detail).toMatch(/^(blur \d\.\d\d|\d+ px|[\d.]+ % (clipped|of frame)|\d\.\d\d)$/);
  });

  it('falls with blur and says so', async () => {
    const sharpOne = await analyseBytes(await rings(900, 700).png().toBuffer());
    const scores = [sharpOne.qualityScore];
    for (const sigma of [1.2, 2, 6]) {
      const blurred = await analyseBytes(await rings(900, 700).blur(sigma).png().toBuffer());
      expect(blurred.qualityScore).toBeLessThan(scores.at(-1) ?? 0);
      scores.push(blurred.qualityScore);
      if (sigma === 6)
        expect(detailOf(blurred, 'sharpness')?.advice).toMatch(/^soft: blur 0\.\d\d|^soft: blur 1/);
    }
    expect(detailOf(sharpOne, 'sharpness')?.advice).toBeNull();
  });

  it('falls with size, contrast and burnt-out light, each with its advice', async () => {
    const good = await analyseBytes(await rings(1600, 1200).png().toBuffer());
    const small = await analyseBytes(await rings(300, 225).png().toBuffer());
    const flat = await analyseBytes(await rings(1600, 1200, { low: 120, high: 150 }).png().toBuffer());
    const burnt = await analyseBytes(await rings(1600, 1200, { low: 255, high: 60 }).png().toBuffer());
    expect(good.qualityReasons.every((reason) => reason.advice === null)).toBe(true);
    expect(detailOf(small, 'resolution')?.advice).toBe('narrow: 300 px');
    expect(detailOf(flat, 'contrast')?.advice).toMatch(/^flat: contrast 0\.\d\d$/);
    expect(detailOf(burnt, 'exposure')?.advice).toMatch(/^burnt out: \d+ % clipped$/);
    for (const worse of [small, flat, burnt]) expect(worse.qualityScore).toBeLessThan(good.qualityScore - 1);
  });

  it('measures only the opaque pixels of a cut-out, and crops to them', async () => {
    const picture = await rings(400, 400).png().toBuffer();
    const cutOut = await sharp({
      create: { width: 1000, height: 800, channels: 4, background: { r: 0, g: 255, b: 0, alpha: 0 } },
    })
      .composite([{ input: picture, left: 100, top: 200 }])
      .png()
      .toBuffer();
    const analysis = await analyseBytes(cutOut, 'Mara', 'CHARACTER');
    expect(analysis.cropBbox.x).toBeCloseTo(0.1, 1);
    expect(analysis.cropBbox.width).toBeCloseTo(0.4, 1);
    expect(analysis.palette.map(({ hex }) => hex)).not.toContain('#00ff00');
    expect(analysis.visualDescription).toContain('character cut-out, 1000 × 800 px');
    expect(detailOf(analysis, 'sharpness')?.advice).toBeNull();
  });

  it('finds where the subject stands', async () => {
    const { cropBbox } = await analyseBytes(
      await rings(900, 600, { cx: 0.3, cy: 0.6, radius: 0.2 }).png().toBuffer(),
    );
    const [cx, cy] = [cropBbox.x + cropBbox.width / 2, cropBbox.y + cropBbox.height / 2];
    expect(Math.abs(cx - 0.3)).toBeLessThan(0.06);
    expect(Math.abs(cy - 0.6)).toBeLessThan(0.06);
    expect(cropBbox.width * cropBbox.height).toBeLessThan(0.4);
  });

  it('names the colours by share, most common first', async () => {
    const stripes = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#1a2b52' } })
      .composite([
        {
          input: { create: { width: 300, height: 90, channels: 3, background: '#a4462a' } },
          left: 0,
          top: 0,
        },
      ])
      .png()
      .toBuffer();
    const { palette, visualDescription } = await analyseBytes(stripes);
    expect(palette).toEqual([
      { hex: '#1a2b52', share: 0.7 },
      { hex: '#a4462a', share: 0.3 },
    ]);
    expect(visualDescription).toContain('Mostly navy, with rust');
  });

  it('uses the words of the user and claims to recognise nothing', async () => {
    const { reversePrompt } = await analyseBytes(
      await rings(800, 450).png().toBuffer(),
      'Lamp room',
      'ENVIRONMENT',
      {
        description: 'Round room at the top of the tower. Lamp oil everywhere.',
        userTags: ['interior', 'tower'],
      },
    );
    expect(reversePrompt).toMatch(
      /^Lamp room, round room at the top of the tower, Lamp oil everywhere, interior, environment plate, wide frame, /,
    );
  });

  it('stops when it is told to', async () => {
    const bytes = await rings(64, 64).png().toBuffer();
    const blobs = { get: async () => bytes, localPath: async () => '', tempPath: async () => '' };
    const input = { imageHash: '', assetType: 'OTHER' as const, name: 'x', description: '', userTags: [] };
    await expect(analyse(input, { blobs, signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow(
      'stopped',
    );
  });

  it.each(['1 × 1', '2 × 300', '9 × 9'])('gives finite numbers for a picture of %s', async (size) => {
    const [width = 1, height = 1] = size.split(' × ').map(Number);
    const analysis = await analyseBytes(
      await sharp({ create: { width, height, channels: 4, background: '#80808000' } })
        .png()
        .toBuffer(),
    );
    expect(analysis.qualityScore).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(analysis)).not.toContain('null,null');
    for (const { score } of analysis.qualityReasons) expect(Number.isFinite(score)).toBe(true);
    for (const value of Object.values(analysis.cropBbox))
      expect(value).toSatisfy((v: number) => v >= 0 && v <= 1);
  });
});

describe('the perceptual hash', () => {
  it('hardly changes with size and compression and much with the picture', async () => {
    const one = await analyseBytes(await rings(900, 700, { cx: 0.3 }).png().toBuffer());
    const small = await analyseBytes(
      await rings(900, 700, { cx: 0.3 }).resize(300).jpeg({ quality: 60 }).toBuffer(),
    );
    const other = await analyseBytes(await rings(900, 700, { cx: 0.8, cy: 0.2 }).png().toBuffer());
    expect(one.perceptualHash).toMatch(/^[0-9a-f]{16}$/);
    expect(hammingDistance(one.perceptualHash, small.perceptualHash)).toBeLessThanOrEqual(6);
    expect(hammingDistance(one.perceptualHash, other.perceptualHash)).toBeGreaterThan(12);
  });
});

if (!existsSync(FIXTURES))
  console.warn('No ../shared/fixtures here: the quality of real images is not judged.');
describe.skipIf(!existsSync(FIXTURES))('the quality of real images', () => {
  it.each([
    ['photos/2569067123_aca715a2ee_o.jpg', 8.5, 9.9],
    ['photos/scene.webp', 8, 9.5],
    ['kit/environment-japanese-shop.jpg', 8, 9.5],
    ['kit/character-astronaut.png', 5.5, 7.5],
    ['photos/Landscape_9.jpg', 5, 7],
    ['odd/low-contrast.jpg', 2, 4.5],
    ['photos/320x240.jpg', 2, 4.5],
    ['kit/environment-thompson-springs.jpg', 1, 4],
  ])('of %s lies between %f and %f', async (file, from, to) => {
    const { qualityScore } = await analyseBytes(readFileSync(join(FIXTURES, file)), 'x', 'ENVIRONMENT');
    expect(qualityScore).toBeGreaterThanOrEqual(from);
    expect(qualityScore).toBeLessThanOrEqual(to);
  });

  it('knows the flat small copy of a photograph as the same picture', async () => {
    const [large, flat] = await Promise.all(
      ['photos/2569067123_aca715a2ee_o.jpg', 'odd/low-contrast.jpg'].map((file) =>
        analyseBytes(readFileSync(join(FIXTURES, file))),
      ),
    );
    expect(hammingDistance(large?.perceptualHash ?? '', flat?.perceptualHash ?? '')).toBeLessThanOrEqual(8);
  });
});
