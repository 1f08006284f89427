import type { ManifestListItem } from '#lib/schemas/manifest.ts';

/** A row tells of at most so many assets one by one. */
const TILES = 24;

/**
 * What a manifest lacks for a film: "3 of 8 not analysed", "no images"; null when nothing is known to be missing.
 * A list row shows the first images only, so that of a longer manifest it is said without numbers.
 */
export function missingWords({
  status,
  asset_count: count,
  sheet,
  error_summary,
}: Pick<ManifestListItem, 'status' | 'asset_count' | 'sheet' | 'error_summary'>): string | null {
  if (count === 0) return 'no assets';
  if (sheet.length === 0) return 'no images';
  const waiting = sheet.filter((tile) => !tile.analysed).length;
  const isWhole = sheet.length < TILES;
  const parts = [
    isWhole && sheet.length < count ? `${count - sheet.length} of ${count} without an image` : null,
    waiting > 0 ? (isWhole ? `${waiting} of ${count} not analysed` : 'not all analysed') : null,
    status === 'ERROR' && waiting === 0 ? (error_summary ?? 'some could not be analysed') : null,
  ];
  return parts.filter((part) => part !== null).join(', ') || null;
}
