import { describe, expect, it } from 'vitest';
import type { SheetAsset } from './contact-sheet.ts';
import { PAPER_SIZE, PRINT, sheetPages } from './sheet-pages.ts';

const asset = (i: number, type: SheetAsset['type'] = 'CHARACTER'): SheetAsset => ({
  tag: `CHAR_${String(i).padStart(2, '0')}`,
  name: `Asset ${i}`,
  type,
  imageHash: 'a',
  width: 400 + ((i * 37) % 500),
  height: 300,
  hasAlpha: false,
  qualityScore: null,
});

describe.each(['a4', 'letter'] as const)('a printed sheet on %s', (paper) => {
  const { width, height } = PAPER_SIZE[paper];
  const assets = Array.from({ length: 2000 }, (_, i) => asset(i, i % 3 === 0 ? 'PROP' : 'CHARACTER'));
  const pages = sheetPages(assets, paper);

  it('shows every asset once, by type and in its order', () => {
    const shown = pages.flatMap((page) => page.tiles.map((tile) => tile.asset));
    const byType = [
      ...assets.filter((a) => a.type === 'CHARACTER'),
      ...assets.filter((a) => a.type === 'PROP'),
    ];
    expect(shown).toEqual(byType);
    expect(pages.flatMap((page) => page.headings).map((h) => [h.type, h.count])).toEqual([
      ['CHARACTER', 1333],
      ['PROP', 667],
    ]);
  });

  it('keeps every tile with its caption inside the margins', () => {
    for (const { tile } of pages.flatMap((page) => page.tiles)) {
      expect(tile.x).toBeGreaterThanOrEqual(PRINT.margin - 0.01);
      expect(tile.x + tile.width).toBeLessThanOrEqual(width - PRINT.margin + 0.01);
      expect(tile.y).toBeGreaterThanOrEqual(PRINT.margin + PRINT.header);
      expect(tile.y + tile.height + PRINT.caption).toBeLessThanOrEqual(height - PRINT.margin + 0.01);
    }
  });

  it('never ends a page with a heading', () => {
    for (const page of pages) {
      const lowest = Math.max(...page.tiles.map(({ tile }) => tile.y));
      for (const heading of page.headings) expect(heading.y).toBeLessThan(lowest);
    }
  });
});
