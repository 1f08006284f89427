import { expect, test } from 'vitest';
import type { ManifestBrief } from '#lib/schemas/bulk.ts';
import {
  allOf,
  edited,
  extendedTo,
  NOTHING_SELECTED,
  refreshed,
  type Selection,
  tagCounts,
  toggled,
  withoutIds,
} from './selection.ts';

const item = (manifest_id: string, tags: string[] = []): ManifestBrief => ({
  manifest_id,
  name: manifest_id,
  category: 'CUSTOM',
  status: 'READY',
  tags,
  asset_count: 1,
});
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => item(id)) as [
  ManifestBrief,
  ManifestBrief,
  ManifestBrief,
  ManifestBrief,
  ManifestBrief,
];
const items = [a, b, c, d, e];
const ids = (selection: Selection) => [...selection.picked.keys()].toSorted().join('');

test('a pick is taken back by the same pick', () => {
  const one = toggled(NOTHING_SELECTED, b);
  expect(ids(one)).toBe('b');
  expect(ids(toggled(one, b))).toBe('');
});

test('a range goes from the last pick in both directions, and shrinks as it grew', () => {
  const picked = toggled(NOTHING_SELECTED, b);
  const down = extendedTo(picked, items, d);
  expect(ids(down)).toBe('bcd');
  expect(ids(extendedTo(down, items, c))).toBe('bc');
  expect(ids(extendedTo(down, items, a))).toBe('ab');
});

test('a range leaves what was picked before it', () => {
  const picked = toggled(toggled(NOTHING_SELECTED, e), a);
  expect(ids(extendedTo(picked, items, b))).toBe('abe');
});

test('a range without a beginning in this list is one pick', () => {
  expect(ids(extendedTo(NOTHING_SELECTED, items, c))).toBe('c');
  expect(ids(extendedTo(toggled(NOTHING_SELECTED, item('z')), items, c))).toBe('cz');
});

test('what is gone leaves the selection, what is new says so', () => {
  const all = allOf(items);
  expect(ids(withoutIds(all, ['a', 'e']))).toBe('bcd');
  expect(refreshed(toggled(NOTHING_SELECTED, a), [item('a', ['sea'])])[0]?.tags).toEqual(['sea']);
  const tagged = edited(all, ['b'], (each) => ({ ...each, tags: ['sea'] }));
  expect(tagCounts([...tagged.picked.values()])).toEqual(new Map([['sea', 1]]));
});
