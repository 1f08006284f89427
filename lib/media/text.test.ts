import { describe, expect, it } from 'vitest';
import { textToSvgPath, textWidth } from './text.ts';

describe('text as paths', () => {
  it('draws the same path for the same text', () => {
    const style = { size: 24, weight: 600 } as const;
    expect(textToSvgPath('Oil can', style)).toEqual(textToSvgPath('Oil can', style));
    expect(textToSvgPath('Oil can', style).path).toMatch(/^M/);
  });

  it('gives every letter the same width in the mono face', () => {
    const style = { size: 20, mono: true };
    expect(textWidth('iiii', style)).toBeCloseTo(textWidth('MMMM', style), 3);
  });

  it('draws Cyrillic, Vietnamese and accented Latin from the subset that has them', () => {
    for (const text of ['Маяк', 'Đèn lồng', 'Łódź', 'Café']) {
      expect(textToSvgPath(text, { size: 20 }).path.length).toBeGreaterThan(200);
    }
  });

  it('draws a box for a character no face has', () => {
    const one = textToSvgPath('灯', { size: 100 });
    expect(one.path).toBe(
      'M8.00 0.00L52.00 0.00L52.00 -70.00L8.00 -70.00ZM13.00 -5.00L13.00 -65.00L47.00 -65.00L47.00 -5.00Z',
    );
    expect(textToSvgPath('灯台', { size: 100 }).width).toBeCloseTo(2 * one.width, 6);
  });

  it('cuts text that is too long and ends it in an ellipsis', () => {
    const long = textToSvgPath('The lighthouse at the end of the world', { size: 20, maxWidth: 120 });
    expect(long.width).toBeLessThanOrEqual(120);
    expect(long.width).toBeGreaterThan(90);
    expect(textToSvgPath('Short', { size: 20, maxWidth: 120 }).width).toBeLessThan(120);
  });

  it('draws nothing where not even one letter fits', () => {
    expect(textToSvgPath('Wide', { size: 20, maxWidth: 4 })).toEqual({ path: '', width: 0 });
  });

  it('writes whole numbers everywhere in a long line, near zero too', () => {
    const line = 'The valley below the mountain, early light. The lamp is lit.';
    for (let size = 12; size < 40; size += 1) {
      expect(textToSvgPath(line, { size, weight: 500 }).path).toMatch(/^[MLQCZ0-9. -]+$/);
    }
  });
});
