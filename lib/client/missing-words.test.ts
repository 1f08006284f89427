import { expect, it } from 'vitest';
import type { ManifestListItem, SheetTile } from '#lib/schemas/manifest.ts';
import { missingWords } from './missing-words.ts';

const tiles = (analysed: number, waiting: number) =>
  [...Array(analysed).fill(true), ...Array(waiting).fill(false)].map(
    (done) => ({ analysed: done }) as SheetTile,
  );
const words = (asset_count: number, sheet: SheetTile[], more: Partial<ManifestListItem> = {}) =>
  missingWords({ status: 'DRAFT', error_summary: null, asset_count, sheet, ...more });

it.each([
  ['no assets', 0, tiles(0, 0)],
  ['no images', 3, tiles(0, 0)],
  ['3 of 8 not analysed', 8, tiles(5, 3)],
  ['1 of 4 without an image', 4, tiles(3, 0)],
  ['1 of 4 without an image, 2 of 4 not analysed', 4, tiles(1, 2)],
  ['not all analysed', 60, tiles(20, 4)],
])('a manifest lacks: %s', (expected, count, sheet) => {
  expect(words(count, sheet)).toBe(expected);
});

it('what is whole lacks nothing; a failure is told in its own words', () => {
  expect(words(8, tiles(8, 0), { status: 'READY' })).toBeNull();
  expect(words(8, tiles(8, 0), { status: 'ERROR', error_summary: 'Mara: too dark' })).toBe('Mara: too dark');
});
