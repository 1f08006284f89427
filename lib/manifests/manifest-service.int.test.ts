import { beforeEach, describe, expect, it } from 'vitest';
import { createAsset, deleteAsset, updateAsset } from '../assets/asset-service.ts';
import { resetDatabase } from '../db/testing.ts';
import { createManifestSchema, listManifestsQuerySchema } from '../schemas/manifest.ts';
import {
  createManifest,
  deleteManifest,
  duplicateManifest,
  getManifest,
  listManifests,
  restoreManifest,
  updateManifest,
} from './manifest-service.ts';

const create = (input: Record<string, unknown>) => createManifest(createManifestSchema.parse(input));
const list = (query: Record<string, string> = {}) => listManifests(listManifestsQuerySchema.parse(query));
const names = async (query: Record<string, string> = {}) => (await list(query)).items.map((m) => m.name);

beforeEach(resetDatabase);

describe('updating a manifest', () => {
  it('leaves absent fields and clears what is null', async () => {
    const { manifest_id } = await create({
      name: 'A',
      description: 'text',
      tags: ['x'],
      category: 'STYLE_KIT',
    });
    expect(await updateManifest(manifest_id, { name: 'B' })).toMatchObject({
      name: 'B',
      description: 'text',
      tags: ['x'],
      category: 'STYLE_KIT',
    });
    expect(
      await updateManifest(manifest_id, { description: null, tags: null, category: null }),
    ).toMatchObject({ description: '', tags: [], category: 'CUSTOM' });
  });

  it('against an old revision is refused and changes nothing', async () => {
    const { manifest_id, revision } = await create({ name: 'A' });
    await updateManifest(manifest_id, { name: 'B' }, { ifRevision: revision });
    await expect(updateManifest(manifest_id, { name: 'C' }, { ifRevision: revision })).rejects.toMatchObject({
      code: 'precondition-failed',
    });
    expect((await getManifest(manifest_id)).name).toBe('B');
  });

  it('twenty edits of one revision at once: one wins, the others are refused', async () => {
    const { manifest_id, revision } = await create({ name: 'A' });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        updateManifest(manifest_id, { name: `N${i}` }, { ifRevision: revision }),
      ),
    );
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect((await getManifest(manifest_id)).revision).toBe(revision + 1);
  });
});

describe('the library list', () => {
  it('pages by cursor without losing or repeating a row, in every order', async () => {
    for (let i = 0; i < 11; i++) await create({ name: `M ${String(i % 4)}`, tags: i % 2 ? ['odd'] : [] });
    for (const sort_by of ['updated_at', 'created_at', 'name', 'times_used', 'asset_count']) {
      for (const sort_order of ['asc', 'desc']) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page = await list({ sort_by, sort_order, limit: '3', ...(cursor && { cursor }) });
          seen.push(...page.items.map((m) => m.manifest_id));
          cursor = page.next_cursor;
        } while (cursor && seen.length < 50);
        expect(new Set(seen).size, `${sort_by} ${sort_order}`).toBe(11);
        expect(seen).toHaveLength(11);
      }
    }
  });

  it('refuses a cursor of another order', async () => {
    for (let i = 0; i < 3; i++) await create({ name: `M${i}` });
    const { next_cursor } = await list({ limit: '1' });
    await expect(list({ limit: '1', sort_by: 'name', cursor: next_cursor ?? '' })).rejects.toMatchObject({
      code: 'invalid-cursor',
    });
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  it('searches names, descriptions, tags and assets, and takes % and _ as characters', async () => {
    const a = await create({ name: 'Harbour 100%' });
    await create({ name: 'Forest', description: 'with a snake_case path' });
    await create({ name: 'Cast', tags: ['gouache'] });
    await createAsset(a.manifest_id, { name: 'Brass lantern', asset_type: 'PROP' });
    expect(await names({ q: '100%' })).toEqual(['Harbour 100%']);
    expect(await names({ q: '%' })).toEqual(['Harbour 100%']);
    expect(await names({ q: 'e_c' })).toEqual(['Forest']);
    expect(await names({ q: 'gouach' })).toEqual(['Cast']);
    expect(await names({ q: 'lantern' })).toEqual(['Harbour 100%']);
    expect(await names({ q: 'lanten' })).toEqual(['Harbour 100%']);
    expect(await names({ q: 'prop_01' })).toEqual(['Harbour 100%']);
    expect(await names({ q: 'nothing of the sort' })).toEqual([]);
  });

  it('searches without regard to case, for one letter and across neighbouring tags', async () => {
    const a = await create({ name: 'Harbour' });
    await create({ name: 'Cast', tags: ['Oil', 'Paint'] });
    await createAsset(a.manifest_id, { name: 'Quay', asset_type: 'PROP' });
    await createAsset(a.manifest_id, { name: 'Quarry', asset_type: 'PROP' });
    expect(await names({ q: 'q' })).toEqual(['Harbour']);
    expect(await names({ q: 'QU' })).toEqual(['Harbour']);
    expect(await names({ q: 'oil paint' })).toEqual(['Cast']);
    expect(await list({ q: 'qua' })).toMatchObject({ total: 1, counts: { status: { DRAFT: 1 } } });
  });

  it('counts by status and category of what the other filters keep', async () => {
    await create({ name: 'A', category: 'STYLE_KIT' });
    await create({ name: 'B' });
    const page = await list({ category: 'STYLE_KIT', status: 'READY' });
    expect(page).toMatchObject({ total: 0, counts: { status: { DRAFT: 1 }, category: {} } });
  });

  it('shows the deleted only in the trash, until they are restored', async () => {
    const { manifest_id } = await create({ name: 'Gone' });
    await deleteManifest(manifest_id);
    expect(await names()).toEqual([]);
    expect(await names({ trashed: 'true' })).toEqual(['Gone']);
    await expect(getManifest(manifest_id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(deleteManifest(manifest_id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await restoreManifest(manifest_id)).toMatchObject({ name: 'Gone', deleted_at: null });
    expect(await names()).toEqual(['Gone']);
  });
});

describe('duplicating', () => {
  it('copies assets with their tags under new ids, as a draft of version 1', async () => {
    const { manifest_id } = await create({ name: 'Cast' });
    const first = await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' });
    await createAsset(manifest_id, { name: 'Tomas', asset_type: 'CHARACTER' });
    await deleteAsset(first.asset_id);
    const copy = await duplicateManifest(manifest_id);
    expect(copy).toMatchObject({
      name: 'Cast (Copy)',
      version: 1,
      status: 'DRAFT',
      parent_manifest_id: manifest_id,
      asset_count: 1,
      times_used: 0,
    });
    expect(copy.assets.map((a) => a.manifest_tag)).toEqual(['CHAR_02']);
    expect((await createAsset(copy.manifest_id, { name: 'New', asset_type: 'CHARACTER' })).manifest_tag).toBe(
      'CHAR_03',
    );
  });

  it('while the source is edited copies one committed state', async () => {
    const { manifest_id } = await create({ name: 'v0' });
    const asset = await createAsset(manifest_id, { name: 'v0', asset_type: 'PROP' });
    const edits = (async () => {
      for (let i = 1; i <= 20; i++)
        await updateAsset(asset.asset_id, { name: `v${i}`, description: `v${i}` });
    })();
    const copies = await Promise.all(Array.from({ length: 10 }, () => duplicateManifest(manifest_id)));
    await edits;
    for (const { assets } of copies) expect(['', assets[0]?.name]).toContain(assets[0]?.description);
  });

  it('takes a name, and a long one stays within its limit', async () => {
    const { manifest_id } = await create({ name: 'n'.repeat(120) });
    expect([...(await duplicateManifest(manifest_id)).name]).toHaveLength(120);
    expect((await duplicateManifest(manifest_id, { name: 'Mine' })).name).toBe('Mine');
  });
});
