import { beforeEach, describe, expect, it } from 'vitest';
import { createAsset, updateAsset } from '#lib/assets/asset-service.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { createManifest, deleteManifest, listManifests } from '#lib/manifests/manifest-service.ts';
import { generate } from '#lib/projects/generate.ts';
import { createAssetSchema } from '#lib/schemas/asset.ts';
import { createManifestSchema, listManifestsQuerySchema } from '#lib/schemas/manifest.ts';
import { generateSchema } from '#lib/schemas/project.ts';
import { searchQuerySchema } from '#lib/schemas/search.ts';
import { searchEverything } from './search-service.ts';

beforeEach(resetDatabase);

const manifest = (fields: object) => createManifest(createManifestSchema.parse(fields));
const asset = (id: string, fields: object) => createAsset(id, createAssetSchema.parse(fields));
const list = (query: object) =>
  listManifests(listManifestsQuerySchema.parse({ sort_by: 'name', sort_order: 'asc', ...query }));
const names = async (q: string, more = {}) => (await list({ q, ...more })).items.map(({ name }) => name);
const search = (q?: string, limit = '5') =>
  searchEverything(searchQuerySchema.parse({ ...(q !== undefined && { q }), limit }));

async function library() {
  const lamplighter = await manifest({
    name: 'The Lamplighter',
    description: 'A keeper and her light',
    tags: ['Café'],
  });
  await asset(lamplighter.manifest_id, { name: 'Mara', asset_type: 'CHARACTER' });
  await asset(lamplighter.manifest_id, { name: 'Brass lantern', asset_type: 'PROP', user_tags: ['glowing'] });
  const forest = await manifest({ name: 'Cloud forest' });
  await asset(forest.manifest_id, { name: 'Mara', asset_type: 'CHARACTER' });
  return { lamplighter, forest };
}

describe('what a search finds', () => {
  it('is the manifest that holds every word, each in any of its assets', async () => {
    await library();
    expect(await names('mara')).toEqual(['Cloud forest', 'The Lamplighter']);
    expect(await names('mara lantern')).toEqual(['The Lamplighter']);
    expect(await names('lantern, keeper mara lamp')).toEqual(['The Lamplighter']);
    expect(await names('mara dragon')).toEqual([]);
  });

  it('forgives a slip in each word', async () => {
    await library();
    for (const q of ['lanten keper', 'lantren', 'lamplihgter', 'brasss', 'lanten mara'])
      expect(await names(q), q).toEqual(['The Lamplighter']);
  });

  it('takes a word that stands in the library as it was typed', async () => {
    await manifest({ name: 'House' });
    await manifest({ name: 'Horse' });
    expect(await names('house')).toEqual(['House']);
    expect(await names('housse')).toEqual(['House']);
    expect(await names('hose')).toEqual(['Horse', 'House']);
  });

  it('is not misled by a word that stood in the library once', async () => {
    const { manifest_id } = await manifest({ name: 'Props' });
    const made = await asset(manifest_id, { name: 'Brass lanten', asset_type: 'PROP' });
    await updateAsset(made.asset_id, { name: 'Brass lantern' });
    expect(await names('lanten')).toEqual(['Props']);
  });

  it('has no accents and no case', async () => {
    await library();
    await manifest({ name: 'Ångström Straße' });
    expect(await names('cafe')).toEqual(['The Lamplighter']);
    expect(await names('CAFÉ')).toEqual(['The Lamplighter']);
    expect(await names('angstrom STRASSE')).toEqual(['Ångström Straße']);
  });

  it('grows as a word is typed, in names, tags and user tags', async () => {
    await library();
    for (const q of ['l', 'la', 'lan', 'lant', 'lantern', 'glow', 'prop_0', 'plight'])
      expect(await names(q), q).toContain('The Lamplighter');
  });

  it('takes every character as it is', async () => {
    await manifest({ name: 'Sale 100% _off_', tags: ["O'Hara", 'back\\slash', '🏮 lamp'] });
    await manifest({ name: '灯塔守护者' });
    for (const q of ['%', '100%', '_off_', "o'hara", 'back\\slash', '🏮'])
      expect(await names(q), q).toEqual(['Sale 100% _off_']);
    expect(await names('守护')).toEqual(['灯塔守护者']);
    for (const q of [
      '%%',
      '_____',
      "'; DROP TABLE manifests; --",
      'a & !b | (c',
      "x':*",
      ':*',
      '&',
      '0 OR 1=1',
    ])
      expect(await names(q), q).toEqual([]);
  });

  it('reads words of any length and number', async () => {
    await library();
    expect(await names('lantern '.repeat(25).trim())).toEqual(['The Lamplighter']);
    expect(await names('x'.repeat(200))).toEqual([]);
    expect(await names('🏮'.repeat(200))).toEqual([]);
    await manifest({ name: 'Long', description: 'y'.repeat(4000) });
    expect(await names('yyyy')).toEqual(['Long']);
  });

  it('is in the library or in the trash, never in both', async () => {
    const { forest } = await library();
    await deleteManifest(forest.manifest_id);
    expect(await names('mara')).toEqual(['The Lamplighter']);
    expect(await names('mara', { trashed: 'true' })).toEqual(['Cloud forest']);
    const { manifests, assets } = await search('mara');
    expect(manifests.map(({ name }) => name)).toEqual(['The Lamplighter']);
    expect(assets.map(({ manifest_name }) => manifest_name)).toEqual(['The Lamplighter']);
  });

  it('pages without losing or repeating a row', async () => {
    for (let i = 0; i < 7; i++) await manifest({ name: `Lantern ${i % 3}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({ q: 'lanten', limit: '2', ...(cursor && { cursor }) });
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ manifest_id }) => manifest_id));
      cursor = page.next_cursor;
    } while (cursor && seen.length < 20);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });
});

describe('why it was found', () => {
  const why = async (q: string) =>
    (await list({ q })).items[0]?.matches?.map(({ field, text, ranges, asset }) => ({
      field,
      marked: ranges.map(([start, end]) => text.slice(start, end)),
      ...(asset && { of: asset.manifest_tag }),
    }));

  it('is the name, when the name says it all', async () => {
    await library();
    expect(await why('lamp')).toEqual([{ field: 'name', marked: ['Lamp'] }]);
  });

  it('is the asset, the tag or the description that holds what the name does not', async () => {
    await library();
    expect(await why('lantern lamp')).toEqual([
      { field: 'name', marked: ['Lamp'] },
      { field: 'asset', marked: ['lantern'], of: 'PROP_01' },
    ]);
    expect(await why('glowing')).toEqual([{ field: 'asset', marked: ['glowing'], of: 'PROP_01' }]);
    expect(await why('cafe')).toEqual([{ field: 'tag', marked: ['Café'] }]);
    expect(await why('keper')).toEqual([{ field: 'description', marked: ['keeper'] }]);
    expect(await why('prop_01')).toEqual([{ field: 'asset', marked: ['PROP_01'], of: 'PROP_01' }]);
  });

  it('is said only in the answer to a search', async () => {
    await library();
    expect((await list({})).items[0]).not.toHaveProperty('matches');
  });
});

describe('the palette', () => {
  it('finds manifests, assets and films, names that begin with the word first', async () => {
    const { lamplighter } = await library();
    await manifest({ name: 'Old lamp' });
    await manifest({ name: 'Lamp' });
    await asset(lamplighter.manifest_id, { name: 'Lamp room', asset_type: 'ENVIRONMENT' });
    await generate(
      generateSchema.parse({ prompt: 'A night at sea.', title: 'The last lamp', total_duration: 4 }),
    );
    const found = await search('lamp');
    expect(found.manifests.map(({ name }) => name)).toEqual(['Lamp', 'The Lamplighter', 'Old lamp']);
    expect(found.assets).toMatchObject([
      {
        name: 'Lamp room',
        manifest_tag: 'ENV_01',
        manifest_name: 'The Lamplighter',
        matches: [{ ranges: [[0, 4]] }],
      },
    ]);
    expect(found.projects).toMatchObject([{ title: 'The last lamp', ranges: [[9, 13]], prompt: null }]);
    expect((await search('night')).projects).toMatchObject([
      { prompt: { text: 'A night at sea.', ranges: [[2, 7]] } },
    ]);
    expect((await search('lamp', '1')).manifests).toHaveLength(1);
  });

  it('shows what was changed last before anything is typed', async () => {
    await library();
    const found = await search();
    expect(found.manifests.map(({ name }) => name).sort()).toEqual(['Cloud forest', 'The Lamplighter']);
    expect(found.assets).toEqual([]);
  });
});
