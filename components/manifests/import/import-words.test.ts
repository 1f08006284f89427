import { expect, it } from 'vitest';
import type { ImportPreviewItem } from '#lib/schemas/bundle.ts';
import { doneWords, effectOf, importLabel, newsOf } from './import-words.ts';

const asset = (state: 'new' | 'same', is_image_known: boolean | null = false) =>
  ({ tag: 'CHAR_01', type: 'CHARACTER', name: 'Mara', state, is_image_known }) as const;
const CLASH = '0190a0c2-0000-7000-8000-000000000001';

const item = (over: Partial<ImportPreviewItem> = {}): ImportPreviewItem => ({
  index: 0,
  name: 'Cast',
  asset_count: 2,
  known_image_count: 0,
  clash: null,
  choices: null,
  assets: [asset('new'), asset('new')],
  ...over,
});
const clashing = (over: Partial<ImportPreviewItem> = {}) =>
  item({
    clash: { manifest_id: CLASH, name: 'Cast', asset_count: 1 },
    choices: { rename: { name: 'Cast (2)', added: 2 }, merge: { added: 1, left_alone: 1 } },
    assets: [asset('new'), asset('same', true)],
    ...over,
  });

it('says what is new, and what the library has already', () => {
  expect(newsOf(item())).toBe('2 assets');
  expect(newsOf(item({ assets: [asset('new', true), asset('new')] }))).toBe(
    '2 assets, 1 with an image the library has',
  );
  expect(newsOf(clashing())).toBe('2 assets: 1 new, 1 the same');
  expect(newsOf(item({ asset_count: 0, assets: [] }))).toBe('No assets');
});

it('says what each choice would do', () => {
  expect(effectOf(item(), 'skip')).toBe('Added as “Cast”.');
  expect(effectOf(clashing(), 'rename')).toBe('Added as “Cast (2)”.');
  expect(effectOf(clashing(), 'skip')).toBe('Left out. Nothing changes.');
  expect(effectOf(clashing(), 'merge')).toBe('Adds 1 asset to “Cast” and leaves 1 alone.');
  const all = { rename: { name: 'Cast (2)', added: 2 }, merge: { added: 0, left_alone: 2 } };
  expect(effectOf(clashing({ choices: all }), 'merge')).toBe('“Cast” has all of them. Nothing changes.');
});

it('names the button after its result', () => {
  expect(importLabel([clashing()], new Map())).toBe('Import 1 manifest');
  expect(importLabel([clashing()], new Map([[0, 'merge']]))).toBe('Merge into Cast');
  expect(importLabel([clashing()], new Map([[0, 'skip']]))).toBeNull();
  expect(importLabel([clashing(), item({ index: 1 })], new Map([[0, 'merge']]))).toBe('Import 2 manifests');
});

it('says what was done', () => {
  const done = { index: 0, manifest_id: CLASH, name: 'Cast', added_asset_ids: [], tags: {} };
  expect(doneWords([{ ...done, outcome: 'merged' }])).toEqual({ linked: null, text: 'Nothing was new' });
  expect(doneWords([{ ...done, outcome: 'created' }]).text).toBe('imported');
  expect(doneWords([{ ...done, outcome: 'merged', added_asset_ids: [CLASH] }]).text).toBe('has 1 asset more');
});
