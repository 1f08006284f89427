import { describe, expect, it } from 'vitest';
import { justifiedRows } from './justified-rows.ts';

const widthOf = (ratios: number[], row: { height: number; from: number; to: number }, gap: number) =>
  ratios.slice(row.from, row.to).reduce((sum, r) => sum + r * row.height, 0) + gap * (row.to - row.from - 1);

describe('justified rows', () => {
  const ratios = [1.5, 1.33, 1.78, 0.62, 1, 1.5, 0.62, 1.3, 1.6, 0.7, 1];

  it('fill the width except the last, and keep every picture in order', () => {
    const rows = justifiedRows(ratios, 783, 220, 12);
    for (const row of rows.slice(0, -1)) expect(widthOf(ratios, row, 12)).toBeCloseTo(783);
    expect(rows.flatMap((r) => ratios.slice(r.from, r.to))).toEqual(ratios);
  });

  it('never overflow and stay near the wanted height', () => {
    for (const width of [300, 500, 783, 1200]) {
      for (const row of justifiedRows(ratios, width, 220, 12)) {
        expect(widthOf(ratios, row, 12)).toBeLessThanOrEqual(width + 0.01);
        expect(row.height).toBeLessThanOrEqual(220 * 1.25);
      }
    }
  });

  it('show a picture that is wider than the place smaller, not cut', () => {
    expect(justifiedRows([10], 500, 220, 12)).toEqual([{ height: 50, from: 0, to: 1 }]);
  });

  it('are none for no pictures or no place', () => {
    expect(justifiedRows([], 500, 220, 12)).toEqual([]);
    expect(justifiedRows([1], 0, 220, 12)).toEqual([]);
  });
});
