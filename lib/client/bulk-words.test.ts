import { expect, test } from 'vitest';
import { bulkWords, countWords } from './bulk-words.ts';

test('one manifest is named, several are counted', () => {
  expect(bulkWords({ delete: true }, ['Spring park'], '')).toBe('Spring park moved to trash');
  expect(bulkWords({ restore: true }, ['A', 'B'], '')).toBe('2 manifests are back in the library');
  expect(bulkWords({ category: 'STYLE_KIT' }, ['A'], 'Style kit')).toBe('A moved to Style kit');
});

test('tags are named by what happened to them', () => {
  expect(bulkWords({ add_tags: ['sea', 'dusk'], remove_tags: ['old'] }, ['A', 'B', 'C'], '')).toBe(
    'sea and dusk added to and old removed from 3 manifests',
  );
  expect(bulkWords({ add_tags: ['sea'] }, ['A'], '')).toBe('sea added to A');
});

test('numbers are grouped and words bend', () => {
  expect(countWords(1, 'asset')).toBe('1 asset');
  expect(countWords(12345, 'asset')).toBe('12,345 assets');
});
