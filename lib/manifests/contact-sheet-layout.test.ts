import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutSheet } from './contact-sheet-layout.ts';

const CARD = { width: 333, height: 226, padding: 8, gap: 3 };
const of = (...ratios: number[]) =>
  layoutSheet(
    ratios.map((ratio) => ({ ratio })),
    CARD,
  );

describe('the layout of a contact sheet', () => {
  it('has no tile for no picture', () => {
    expect(of()).toEqual({ tiles: [], rows: [], hiddenCount: 0 });
  });

  it('shows one picture whole and centred', () => {
    const [tile] = of(2).tiles;
    expect(tile?.width).toBeCloseTo(317, 6);
    expect(tile?.height).toBeCloseTo(158.5, 6);
    expect((tile?.y ?? 0) * 2 + (tile?.height ?? 0)).toBeCloseTo(226, 6);
  });

  it('puts two upright pictures in a row and stacks two wide ones', () => {
    expect(of(0.7, 0.7).rows).toEqual([2]);
    expect(of(3, 3).rows).toEqual([1, 1]);
  });

  it('breaks five alike into two and three', () => {
    expect(of(1.5, 1.5, 1.5, 1.5, 1.5).rows).toEqual([2, 3]);
  });

  it('gives twenty-four pictures four or five rows', () => {
    const rows = of(...Array.from({ length: 24 }, (_, i) => 0.7 + (i % 5) * 0.3)).rows;
    expect([4, 5]).toContain(rows.length);
  });

  it('folds what comes after the twenty-fourth', () => {
    const layout = of(...Array<number>(36).fill(1));
    expect(layout.tiles).toHaveLength(24);
    expect(layout.hiddenCount).toBe(12);
    expect(of(...Array<number>(24).fill(1)).hiddenCount).toBe(0);
  });

  it('takes a broken ratio as a square', () => {
    const tile = of(Number.NaN).tiles[0];
    expect(tile?.width).toBe(tile?.height);
  });

  it('keeps order, ratios and the box, and overlaps nothing, for any pictures', () => {
    const ratio = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 40 }), (ratios) => {
        const { tiles, rows } = of(...ratios);
        expect(rows.reduce((a, b) => a + b)).toBe(tiles.length);
        for (const [i, tile] of tiles.entries()) {
          expect(Math.abs(tile.width - (ratios[i] ?? 0) * tile.height)).toBeLessThan(1);
          expect(tile.x).toBeGreaterThanOrEqual(CARD.padding - 1e-6);
          expect(tile.y).toBeGreaterThanOrEqual(CARD.padding - 1e-6);
          expect(tile.x + tile.width).toBeLessThanOrEqual(CARD.width - CARD.padding + 1e-6);
          expect(tile.y + tile.height).toBeLessThanOrEqual(CARD.height - CARD.padding + 1e-6);
          const previous = tiles[i - 1];
          if (!previous) continue;
          const isBeside = Math.abs(previous.y - tile.y) < 1e-6;
          if (isBeside) expect(tile.x - previous.x - previous.width).toBeCloseTo(CARD.gap, 5);
          else expect(tile.y - previous.y - previous.height).toBeCloseTo(CARD.gap, 5);
        }
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it('makes every row equally wide', () => {
    const { tiles, rows } = of(1.5, 0.6, 1, 2, 0.8, 1.2, 1.7);
    let at = 0;
    const widths = rows.map((length) => {
      const row = tiles.slice(at, at + length);
      at += length;
      return (row.at(-1)?.x ?? 0) + (row.at(-1)?.width ?? 0) - (row[0]?.x ?? 0);
    });
    for (const width of widths) expect(width).toBeCloseTo(widths[0] ?? 0, 5);
  });
});
