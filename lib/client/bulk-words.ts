import type { BulkEdit } from '#lib/schemas/bulk.ts';

/** "Spring park" when it is one, "3 manifests" when more. */
export const manifestsWords = (names: readonly string[]): string =>
  names.length === 1 && names[0] ? names[0] : countWords(names.length, 'manifest');

/** "1 asset", "21 assets". */
export const countWords = (count: number, word: string): string =>
  `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What a bulk edit did to these manifests, for its toast. */
export function bulkWords(
  { add_tags = [], remove_tags = [], ...edit }: Partial<BulkEdit>,
  names: readonly string[],
  categoryName: string,
): string {
  const what = manifestsWords(names);
  const are = names.length === 1 ? 'is' : 'are';
  if (edit.category) return `${what} moved to ${categoryName}`;
  if (edit.delete) return `${what} moved to trash`;
  if (edit.restore) return `${what} ${are} back in the library`;
  if (edit.duplicate) return `${what} duplicated`;
  if (edit.purge) return `${what} deleted for ever`;
  const parts = [
    add_tags.length > 0 && `${listed(add_tags)} added to`,
    remove_tags.length > 0 && `${listed(remove_tags)} removed from`,
  ].filter((part) => part !== false);
  return `${listed(parts)} ${what}`;
}
