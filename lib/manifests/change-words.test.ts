import { expect, it } from 'vitest';
import type { VersionChanges } from '../schemas/version.ts';
import { changeWords } from './change-words.ts';

const NOTHING: VersionChanges = {
  against: 1,
  manifest: [],
  added: [],
  removed: [],
  changed: [],
  reordered: false,
};
const described = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    manifest_tag: `PROP_0${i + 1}`,
    fields: ['description' as const, 'tags' as const],
  }));

it.each<[string, Partial<VersionChanges>]>([
  ['First 2 assets', { against: null, added: ['PROP_01', 'PROP_02'] }],
  ['First asset: PROP_01', { against: null, added: ['PROP_01'] }],
  ['No assets yet', { against: null }],
  ['1 added: CHAR_03', { added: ['CHAR_03'] }],
  ['Name and description', { manifest: ['name', 'description'] }],
  ['3 described, 1 retired: PROP_04', { changed: described(3), removed: ['PROP_04'] }],
  [
    '4 described, its name, description and tags',
    { changed: described(4), manifest: ['name', 'description', 'tags'] },
  ],
  [
    '1 added, 1 replaced, 1 retired, reordered',
    {
      added: ['ENV_02'],
      changed: [{ manifest_tag: 'PROP_01', fields: ['image', 'name'] }],
      removed: ['PROP_04'],
      reordered: true,
    },
  ],
  ['Reordered', { reordered: true }],
  ['Nothing changed', {}],
])('says "%s"', (words, changes) => {
  expect(changeWords({ ...NOTHING, ...changes })).toBe(words);
});
