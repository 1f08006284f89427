import { beforeEach, describe, expect, it } from 'vitest';
import { createAsset } from '../assets/asset-service.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { createAssetSchema } from '../schemas/asset.ts';
import { bulkEditSchema } from '../schemas/bulk.ts';
import { createManifestSchema, listManifestsQuerySchema } from '../schemas/manifest.ts';
import { bulkEditAll, bulkEditManifests } from './bulk-service.ts';
import {
  createManifest,
  deleteManifest,
  getManifest,
  listBriefs,
  listManifests,
  purgeManifest,
} from './manifest-service.ts';
import { createSnapshot } from './snapshot.ts';

const create = async (name: string, fields: object = {}) =>
  (await createManifest(createManifestSchema.parse({ name, ...fields }))).manifest_id;
const edit = (manifest_ids: string[], act: object) =>
  bulkEditManifests(bulkEditSchema.parse({ manifest_ids, ...act }));
const undo = (edits: unknown[]) => bulkEditAll(edits.map((each) => bulkEditSchema.parse(each)));
const tagsOf = async (id: string) => (await getManifest(id)).tags;
const FACE = { bbox: { x: 0, y: 0, width: 1, height: 1 }, label: 'face', confidence: 1 };
const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

/** A film that was made with the present version. */
async function makeFilm(manifestId: string, title = 'The last lamp') {
  return db().$transaction(async (tx) => {
    const { id } = await tx.project.create({ data: { title, prompt: 'A lamp.', seed: 1, manifestId } });
    await createSnapshot(tx, { manifestId, projectId: id });
    return id;
  });
}

beforeEach(resetDatabase);

describe('bulk tags', () => {
  it('are added and removed at once, and undone for exactly those that changed', async () => {
    const a = await create('A', { tags: ['sea'] });
    const b = await create('B', { tags: ['sea', 'dusk'] });
    const c = await create('C', { tags: ['dusk'] });
    const result = await edit([a, b, c], { add_tags: ['dusk'], remove_tags: ['sea'] });
    expect(result.changed.toSorted()).toEqual([a, b].toSorted());
    expect(result.refused).toEqual([]);
    expect(await Promise.all([a, b, c].map(tagsOf))).toEqual([['dusk'], ['dusk'], ['dusk']]);
    await undo(result.undo);
    expect(await tagsOf(a)).toEqual(['sea']);
    expect((await tagsOf(b)).toSorted()).toEqual(['dusk', 'sea']);
    expect(await tagsOf(c)).toEqual(['dusk']);
  });

  it('begin the next version of one that a film used, and leave what they do not change', async () => {
    const [used, unused, same] = [await create('U'), await create('N'), await create('S', { tags: ['sea'] })];
    await makeFilm(used);
    await makeFilm(same);
    const before = await getManifest(same);
    await edit([used, unused, same], { add_tags: ['sea'] });
    expect(await getManifest(used)).toMatchObject({ version: 2, tags: ['sea'] });
    expect(await getManifest(unused)).toMatchObject({ version: 1, revision: 2 });
    expect(await getManifest(same)).toMatchObject({ version: 1, revision: before.revision });
  });

  it('twenty edits of overlapping sets at once lose nothing', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => create(`M${i}`)));
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => edit(i % 2 ? ids.toReversed() : ids, { add_tags: [`t${i}`] })),
    );
    for (const id of ids) {
      const { tags, revision } = await getManifest(id);
      expect(tags.toSorted()).toEqual(Array.from({ length: 20 }, (_, i) => `t${i}`).toSorted());
      expect(revision).toBe(21);
    }
  });

  it('more than a manifest may have are refused for it, and the others get theirs', async () => {
    const full = await create('Full', { tags: Array.from({ length: 50 }, (_, i) => `t${i}`) });
    const other = await create('Other');
    const result = await edit([full, other, UNKNOWN], { add_tags: ['one more'] });
    expect(result.changed).toEqual([other]);
    expect(result.refused).toMatchObject([
      { manifest_id: full, name: 'Full', code: 'validation-failed' },
      { manifest_id: UNKNOWN, name: null, code: 'not-found' },
    ]);
  });

  it('and every other act on ten thousand take seconds', async () => {
    await db().$executeRaw`INSERT INTO manifests (id, name, tags)
      SELECT gen_random_uuid(), 'M' || n, '{}' FROM generate_series(1, 10000) n`;
    const briefs = await listBriefs(listManifestsQuerySchema.parse({}));
    expect(briefs).toHaveLength(10_000);
    const ids = briefs.map((brief) => brief.manifest_id);
    for (const act of [{ add_tags: ['sea'] }, { category: 'STYLE_KIT' }, { delete: true }, { purge: true }]) {
      const started = performance.now();
      expect((await edit(ids, act)).changed).toHaveLength(10_000);
      expect(performance.now() - started, JSON.stringify(act)).toBeLessThan(8000);
    }
    expect(await db().manifest.count()).toBe(0);
  });
});

describe('bulk category', () => {
  it('is undone to what each had', async () => {
    const [a, b, c] = [
      await create('A', { category: 'STYLE_KIT' }),
      await create('B', { category: 'BRAND_KIT' }),
      await create('C', { category: 'CHARACTERS' }),
    ];
    const result = await edit([a, b, c], { category: 'CHARACTERS' });
    expect(result.changed.toSorted()).toEqual([a, b].toSorted());
    await undo(result.undo);
    expect((await getManifest(a)).category).toBe('STYLE_KIT');
    expect((await getManifest(b)).category).toBe('BRAND_KIT');
  });
});

describe('bulk delete', () => {
  it('keeps what a film was made with and names the film; the others go and come back', async () => {
    const [used, free] = [await create('Used'), await create('Free')];
    const project_id = await makeFilm(used);
    const result = await edit([used, free], { delete: true });
    expect(result).toMatchObject({
      changed: [free],
      refused: [
        {
          manifest_id: used,
          name: 'Used',
          code: 'in-use',
          projects: [{ project_id, title: 'The last lamp' }],
        },
      ],
    });
    await expect(getManifest(free)).rejects.toMatchObject({ code: 'not-found' });
    expect(await edit([free], { delete: true })).toMatchObject({ changed: [], refused: [], undo: [] });
    expect(await edit([free], { add_tags: ['x'] })).toMatchObject({ refused: [{ code: 'not-found' }] });
    await undo(result.undo);
    expect((await getManifest(free)).name).toBe('Free');
  });
});

describe('bulk duplicate', () => {
  it('copies assets with their tags, counters and groups, and undoing takes the copies away', async () => {
    const source = await create('Cast', { tags: ['sea'] });
    const asset = (name: string) =>
      createAsset(source, createAssetSchema.parse({ name, asset_type: 'CHARACTER' }));
    const [front, side] = [await asset('Front'), await asset('Side')];
    await db().asset.update({
      where: { id: side.asset_id },
      data: { viewOfId: front.asset_id, sourceAssetId: front.asset_id, detections: [FACE] },
    });
    const other = await create('Other');
    const result = await edit([source, other], { duplicate: true });
    const copies = await Promise.all(result.made.map(getManifest));
    expect(copies.map((copy) => copy.name)).toEqual(['Cast (Copy)', 'Other (Copy)']);
    expect(copies[0]).toMatchObject({
      parent_manifest_id: source,
      version: 1,
      status: 'DRAFT',
      tags: ['sea'],
      asset_count: 2,
    });
    const rows = await db().asset.findMany({
      where: { manifestId: result.made[0] ?? '' },
      orderBy: { sortOrder: 'asc' },
    });
    expect(rows.map((row) => row.manifestTag)).toEqual(['CHAR_01', 'CHAR_02']);
    expect(rows[1]).toMatchObject({
      viewOfId: rows[0]?.id,
      sourceAssetId: rows[0]?.id,
      detections: [FACE],
      revision: 1,
    });
    const next = await createAsset(
      result.made[0] ?? '',
      createAssetSchema.parse({ name: 'Third', asset_type: 'CHARACTER' }),
    );
    expect(next.manifest_tag).toBe('CHAR_03');
    await undo(result.undo);
    expect((await listManifests(listManifestsQuerySchema.parse({}))).total).toBe(2);
  });
});

describe('deleting for ever', () => {
  it('takes the row and its assets; the snapshot of a deleted film stays', async () => {
    const id = await create('Cast');
    await createAsset(id, createAssetSchema.parse({ name: 'Mara', asset_type: 'CHARACTER' }));
    const projectId = await makeFilm(id);
    await db().project.update({ where: { id: projectId }, data: { deletedAt: new Date() } });
    await deleteManifest(id);
    await purgeManifest(id);
    expect(await db().manifest.count()).toBe(0);
    expect(await db().asset.count()).toBe(0);
    expect(await db().manifestSnapshot.findUnique({ where: { projectId } })).toMatchObject({
      manifestId: id,
    });
    await expect(purgeManifest(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is refused outside of the trash, and while a film uses it', async () => {
    const id = await create('Cast');
    await expect(purgeManifest(id)).rejects.toMatchObject({ code: 'invalid-state' });
    const projectId = await makeFilm(id);
    await db().project.update({ where: { id: projectId }, data: { deletedAt: new Date() } });
    await deleteManifest(id);
    await db().project.update({ where: { id: projectId }, data: { deletedAt: null } });
    await expect(purgeManifest(id)).rejects.toMatchObject({ code: 'in-use' });
    expect(await db().manifest.count()).toBe(1);
  });

  it('and restoring at once: one of the two happens', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, (_, i) => create(`M${i}`)));
    await edit(ids, { delete: true });
    const [purged, restored] = await Promise.all([
      edit(ids, { purge: true }),
      edit(ids.toReversed(), { restore: true }),
    ]);
    expect(purged.changed.length + restored.changed.length).toBe(10);
    expect(await db().manifest.count()).toBe(restored.changed.length);
  });
});

it('the list can be asked for several tags at once and for some manifests only', async () => {
  const a = await create('A', { tags: ['sea', 'a,b'] });
  await create('B', { tags: ['sea'] });
  const names = async (query: object) =>
    (await listManifests(listManifestsQuerySchema.parse(query))).items.map((m) => m.name);
  expect(await names({ tags: 'sea,a%2Cb' })).toEqual(['A']);
  expect(await names({ tags: 'sea', ids: a })).toEqual(['A']);
});
