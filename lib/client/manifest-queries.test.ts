import { expect, test } from 'vitest';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import {
  itemsOf,
  listParameters,
  type ManifestPages,
  manifestKeys,
  NO_FILTERS,
  withNewer,
  withoutManifests,
} from './manifest-queries.ts';

const item = (manifest_id: string, extra: Partial<ManifestListItem> = {}) =>
  ({ manifest_id, name: manifest_id, status: 'READY', category: 'CUSTOM', ...extra }) as ManifestListItem;

const pagesOf = (...pages: ManifestListItem[][]): ManifestPages => ({
  pageParams: pages.map(() => null),
  pages: pages.map((items) => ({
    items,
    next_cursor: null,
    total: 3,
    counts: { status: { READY: 2, DRAFT: 1 }, category: { CUSTOM: 3 } },
  })),
});

test('what is not set is left out of the query', () => {
  expect(listParameters({ ...NO_FILTERS, q: '  ' }, null)).toEqual({
    sort_by: 'updated_at',
    sort_order: 'desc',
    limit: '40',
  });
  expect(
    listParameters({ ...NO_FILTERS, q: ' cat ', tags: ['a,b', 'c'], status: 'DRAFT', trashed: true }, 'abc'),
  ).toMatchObject({
    q: 'cat',
    tags: 'a%2Cb,c',
    status: 'DRAFT',
    trashed: 'true',
    cursor: 'abc',
  });
});

test('invalidating all lists reaches every filter', () => {
  const key = manifestKeys.list({ ...NO_FILTERS, q: 'cat' });
  expect(key.slice(0, manifestKeys.lists().length)).toEqual(manifestKeys.lists());
});

test('a deleted manifest leaves the list, the total and its counts on every page', () => {
  const pages = withoutManifests(
    pagesOf([item('a'), item('b', { status: 'DRAFT' })], [item('c')]),
    new Set(['b']),
  );
  expect(itemsOf(pages).map((each) => each.manifest_id)).toEqual(['a', 'c']);
  for (const page of pages.pages) {
    expect(page.total).toBe(2);
    expect(page.counts).toEqual({ status: { READY: 2, DRAFT: 0 }, category: { CUSTOM: 2 } });
  }
});

test('deleting what the list does not hold changes nothing', () => {
  const pages = pagesOf([item('a')]);
  expect(withoutManifests(pages, new Set(['z']))).toBe(pages);
});

test('a row that moved to another page while pages were read stands once, in its newest form', () => {
  const pages = pagesOf([item('a'), item('b')], [item('a', { name: 'newer' })]);
  expect(itemsOf(pages).map((each) => each.name)).toEqual(['newer', 'b']);
});

test('a newer state of a row replaces it where it stands', () => {
  const pages = withNewer(pagesOf([item('a'), item('b')], [item('c')]), [item('b', { name: 'newer' })]);
  expect(itemsOf(pages).map((each) => each.name)).toEqual(['a', 'newer', 'c']);
});
