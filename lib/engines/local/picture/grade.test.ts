import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { testStyle } from '../testing.ts';
import { figureOf } from './figure.ts';
import { graded, lookOf } from './grade.ts';

const warm = { ...testStyle, style_tags: ['STYLE_01'], palette: ['#b5542b', '#3a1d12', '#f0b060'] };
const cold = { ...testStyle, style_tags: ['STYLE_01'], palette: ['#2b5ab5', '#0c1830', '#9ac0f0'] };

async function greyIn(style: typeof testStyle, level: number): Promise<number[]> {
  const grey = sharp({
    create: { width: 4, height: 4, channels: 3, background: { r: level, g: level, b: level } },
  });
  const { data } = await graded(grey, lookOf(style), 1).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
}

describe('the look of a film', () => {
  it('takes warmth and the colours of shadows and lights from the palette of its STYLE assets', async () => {
    for (const level of [40, 128, 220]) {
      const [red = 0, , blue = 0] = await greyIn(warm, level);
      const [coldRed = 0, , coldBlue = 0] = await greyIn(cold, level);
      expect(red).toBeGreaterThan(blue + 4);
      expect(coldBlue).toBeGreaterThan(coldRed + 4);
    }
  });

  it('leaves a film without STYLE assets to its style words', async () => {
    expect(lookOf({ ...warm, style_tags: [] })).toEqual({ grade: testStyle.grade, tint: null });
    expect(await greyIn({ ...warm, style_tags: [] }, 128)).toEqual([128, 128, 128]);
  });
});

describe('the outline of a person', () => {
  const outline = async (shapes: string) =>
    sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="500">${shapes}</svg>`))
      .png()
      .toBuffer();
  const body =
    '<rect x="20" y="100" width="160" height="260"/><rect x="60" y="350" width="30" height="150"/>';

  it('has its shoulders where it widens for good, not at the brim of a hat', async () => {
    const hat = '<rect x="80" y="0" width="50" height="110"/><rect x="50" y="30" width="110" height="10"/>';
    const { head, headX, isWhole } = await figureOf(await outline(hat + body), 0.4, true);
    expect(Math.abs(head - 0.2)).toBeLessThan(0.04);
    expect(Math.abs(headX - 0.52)).toBeLessThan(0.05);
    expect(isWhole).toBe(true);
  });

  it('is a bust where the picture ends in its full width', async () => {
    const bust = '<circle cx="100" cy="130" r="90"/><rect x="0" y="260" width="200" height="240"/>';
    expect((await figureOf(await outline(bust), 0.4, true)).isWhole).toBe(false);
    expect((await figureOf(await outline(bust), 0.4, false)).isWhole).toBe(true);
  });
});
