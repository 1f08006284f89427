import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createAsset,
  deleteAsset,
  orderAssets,
  setAssetImage,
  updateAsset,
} from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { generate } from '../projects/generate.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { generateSchema } from '../schemas/project.ts';
import type { SnapshotData } from '../schemas/snapshot.ts';
import { createManifest, getManifest, updateManifest } from './manifest-service.ts';
import { restoreVersion } from './restore-version.ts';
import { createSnapshot, digestOf } from './snapshot.ts';
import { compareVersions, getVersion, listVersions } from './version-service.ts';

const newManifest = async () =>
  (await createManifest(createManifestSchema.parse({ name: 'Cast', tags: ['coast'] }))).manifest_id;
const addAsset = (id: string, name: string, color?: string) =>
  color
    ? anImage(color).then((image) => createAsset(id, { name, asset_type: 'PROP' }, image))
    : createAsset(id, { name, asset_type: 'PROP' });

async function use(manifestId: string, title = 'Film') {
  const projectId = uuidv7();
  return db().$transaction(async (tx) => {
    await tx.project.create({ data: { id: projectId, title, prompt: 'p', seed: 1, manifestId } });
    const taken = await createSnapshot(tx, { manifestId, projectId });
    await tx.project.update({ where: { id: projectId }, data: { manifestVersion: taken.version } });
    return { projectId, ...taken };
  });
}

const list = async (id: string) => (await listVersions(id, { limit: 30 })).items;
/** A version's content without its number. */
const content = async (id: string, version: number) => {
  const { snapshot } = await getVersion(id, version);
  return { ...snapshot, manifest: { ...snapshot.manifest, version: 0 } } satisfies SnapshotData;
};

beforeEach(resetDatabase);

describe('the list of versions', () => {
  it('says what each one changed, what began it and which films used it', async () => {
    const id = await newManifest();
    const [a, b] = [await addAsset(id, 'Lantern', '#a33'), await addAsset(id, 'Key', '#3a3')];
    await use(id, 'The first');
    const { projectId } = await use(id, 'The second');
    await setAssetImage(a.asset_id, await anImage('#33a'));
    await updateManifest(id, { description: 'A harbour that dims.' });
    await use(id, 'The third');
    await deleteAsset(b.asset_id);

    expect(await list(id)).toMatchObject([
      {
        version: 3,
        is_current: true,
        summary: '1 retired: PROP_02',
        changes: { against: 2, removed: ['PROP_02'], added: [], changed: [], manifest: [] },
        films: { count: 0, newest: null },
      },
      {
        version: 2,
        is_current: false,
        summary: '1 replaced: PROP_01, its description',
        changes: { against: 1, changed: [{ manifest_tag: 'PROP_01', fields: ['image'] }] },
        films: { count: 1, newest: { title: 'The third' } },
      },
      {
        version: 1,
        summary: 'First 2 assets',
        films: { count: 2, newest: { project_id: projectId, title: 'The second' } },
      },
    ]);
  });

  it('tells versions that were kept before their changes were noted as well', async () => {
    const id = await newManifest();
    const asset = await addAsset(id, 'Lantern');
    await use(id);
    await updateAsset(asset.asset_id, { name: 'Storm lantern' });
    await use(id);
    const noted = await list(id);
    await db().$executeRaw`ALTER TABLE manifest_versions DISABLE TRIGGER manifest_versions_immutable`;
    await db().$executeRaw`UPDATE manifest_versions SET changes = NULL, extras = NULL`;
    await db().$executeRaw`ALTER TABLE manifest_versions ENABLE TRIGGER manifest_versions_immutable`;
    expect(await list(id)).toEqual(noted);
    expect((await listVersions(id, { limit: 1 })).items).toEqual(noted.slice(0, 1));
  });

  it('comes in pages that say the same as the whole', async () => {
    const id = await newManifest();
    const asset = await addAsset(id, 'Lantern');
    for (const name of ['a', 'b', 'c', 'd']) {
      await use(id);
      await updateAsset(asset.asset_id, { name });
    }
    const paged = [];
    let cursor: string | undefined;
    do {
      const page = await listVersions(id, { limit: 2, ...(cursor && { cursor }) });
      paged.push(...page.items);
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(paged.map((v) => v.version)).toEqual([5, 4, 3, 2, 1]);
    expect(paged).toEqual(await list(id));
  });

  it('never loses a change of type: the asset is told with its former tag', async () => {
    const id = await newManifest();
    const asset = await addAsset(id, 'Lantern');
    await use(id);
    await updateAsset(asset.asset_id, { asset_type: 'OBJECT' });
    expect((await list(id))[0]).toMatchObject({
      summary: '1 retyped: OBJ_01',
      changes: { changed: [{ manifest_tag: 'OBJ_01', former_tag: 'PROP_01', fields: ['type'] }] },
    });
  });
});

describe('comparing', () => {
  it('names what came, went and changed, in either direction', async () => {
    const id = await newManifest();
    const [a, b, c] = [await addAsset(id, 'A'), await addAsset(id, 'B'), await addAsset(id, 'C')];
    await use(id);
    await updateAsset(a.asset_id, { description: 'new' });
    await deleteAsset(b.asset_id);
    await addAsset(id, 'D');
    expect(await compareVersions(id, 1, 2)).toMatchObject({
      assets: [
        { kind: 'changed', fields: ['description'], from: { description: '' }, to: { description: 'new' } },
        { kind: 'added', from: null, to: { name: 'D' } },
        { kind: 'removed', from: { name: 'B' }, to: null },
      ],
      unchanged: [{ asset_id: c.asset_id }],
    });
    expect((await compareVersions(id, 2, 1)).changes).toMatchObject({
      added: ['PROP_02'],
      removed: ['PROP_04'],
    });
    await expect(compareVersions(id, 1, 9)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('restoring', () => {
  it('brings back what was deleted, retyped, replaced and moved, exactly as it was', async () => {
    const id = await newManifest();
    const [a, b, c] = [
      await addAsset(id, 'A', '#a33'),
      await addAsset(id, 'B', '#3a3'),
      await addAsset(id, 'C', '#33a'),
    ];
    await updateAsset(b.asset_id, { reverse_prompt: 'by hand', is_primary: true });
    await db().asset.update({ where: { id: c.asset_id }, data: { viewOfId: b.asset_id, view: 'side' } });
    await db().asset.update({ where: { id: a.asset_id }, data: { sourceAssetId: b.asset_id } });
    const { digest } = await use(id);
    const before = await db().asset.findMany({ where: { manifestId: id }, orderBy: { sortOrder: 'asc' } });

    await updateAsset(a.asset_id, { asset_type: 'OBJECT', name: 'Other' });
    await setAssetImage(c.asset_id, await anImage('#fff', 'other.png'));
    await deleteAsset(b.asset_id);
    const added = await addAsset(id, 'D');
    await orderAssets(id, [added.asset_id, c.asset_id, a.asset_id]);
    await updateManifest(id, { name: 'Crew', category: 'BRAND_KIT', tags: [], description: 'x' });

    const restored = await restoreVersion(id, 1);
    expect(restored).toMatchObject({ version: 3, name: 'Cast', tags: ['coast'], asset_count: 3 });
    expect(await content(id, 3)).toEqual(await content(id, 1));
    expect((await getVersion(id, 1)).digest).toBe(digest);
    const after = await db().asset.findMany({ where: { manifestId: id }, orderBy: { sortOrder: 'asc' } });
    const lasting = before.map(({ updatedAt: _, revision: __, ...row }) => row);
    expect(after.map(({ updatedAt: _, revision: __, ...row }) => row)).toEqual(lasting);
    for (const row of after) {
      const old = before.find(({ id }) => id === row.id);
      expect(row.revision).toBeGreaterThan(old?.revision ?? 0);
    }

    // What was there before the restore is a version too, and the way back.
    expect(await list(id)).toMatchObject([
      { version: 3, restored_from_version: 1, is_current: true },
      { version: 2 },
      { version: 1 },
    ]);
    await restoreVersion(id, 2);
    expect(await content(id, 4)).toEqual(await content(id, 2));
    expect((await getManifest(id)).assets.map((x) => x.name)).toEqual(['D', 'C', 'Other']);
  });

  it('never gives a tag again', async () => {
    const id = await newManifest();
    await addAsset(id, 'A');
    await use(id);
    await addAsset(id, 'B');
    await restoreVersion(id, 1);
    expect((await addAsset(id, 'C')).manifest_tag).toBe('PROP_03');
    await restoreVersion(id, 2);
    expect((await getManifest(id)).assets.map((x) => x.manifest_tag)).toEqual(['PROP_01', 'PROP_02']);
    expect((await addAsset(id, 'D')).manifest_tag).toBe('PROP_04');
  });

  it('what is there already changes nothing, pressed twice neither', async () => {
    const id = await newManifest();
    const asset = await addAsset(id, 'A');
    await use(id);
    const untouched = await getManifest(id);
    expect(await restoreVersion(id, 1)).toEqual(untouched);
    await updateAsset(asset.asset_id, { name: 'B' });
    const once = await restoreVersion(id, 1);
    expect(await restoreVersion(id, 1)).toEqual(once);
    expect(await restoreVersion(id, 3)).toEqual(once);
    expect(await getManifest(id)).toEqual(once);
  });

  it('is refused for another revision, while an analysis runs, and for what was never kept', async () => {
    const id = await newManifest();
    const asset = await addAsset(id, 'A');
    await use(id);
    await updateAsset(asset.asset_id, { name: 'B' });
    const { revision } = await getManifest(id);
    await expect(restoreVersion(id, 1, { ifRevision: revision - 1 })).rejects.toMatchObject({
      code: 'precondition-failed',
      extra: { current_revision: revision },
    });
    await expect(restoreVersion(id, 7)).rejects.toMatchObject({ code: 'not-found' });
    await expect(restoreVersion(uuidv7(), 1)).rejects.toMatchObject({ code: 'not-found' });
    await db().manifest.update({ where: { id }, data: { status: 'PROCESSING' } });
    await expect(restoreVersion(id, 1)).rejects.toMatchObject({ code: 'invalid-state' });
    expect((await getManifest(id)).assets[0]?.name).toBe('B');
  });

  it('leaves films as they are, and their digest of an unchanged manifest', async () => {
    const id = await newManifest();
    const asset = await addAsset(id, 'A', '#a33');
    const first = await use(id);
    const again = await use(id);
    expect(again.digest).toBe(first.digest);
    await updateAsset(asset.asset_id, { name: 'B' });
    await restoreVersion(id, 1);
    const row = await db().manifestSnapshot.findUniqueOrThrow({ where: { projectId: first.projectId } });
    expect(row.digest).toBe(first.digest);
    const third = await use(id);
    expect(third.version).toBe(3);
    expect(third.data.assets).toEqual(first.data.assets);
    expect(digestOf({ ...third.data, manifest: first.data.manifest })).toBe(first.digest);
  });

  it('brings the results of the analysis back, and the status with them', async () => {
    const id = await newManifest();
    const asset = await addAsset(id, 'A', '#a33');
    await db().asset.update({
      where: { id: asset.asset_id },
      data: {
        analysisState: 'done',
        qualityScore: 7,
        qualityReasons: [{ code: 'contrast', label: 'Flat', detail: '0.1', score: 0.2, advice: null }],
        detections: [{ bbox: { x: 0, y: 0, width: 1, height: 1 }, label: 'lantern', confidence: 0.5 }],
      },
    });
    await db().manifest.update({ where: { id }, data: { status: 'READY' } });
    await use(id);
    await setAssetImage(asset.asset_id, await anImage('#3a3'));
    await db().manifest.update({ where: { id }, data: { status: 'DRAFT' } });
    const restored = await restoreVersion(id, 1);
    expect(restored).toMatchObject({
      status: 'READY',
      assets: [
        {
          analysis_state: 'done',
          quality_score: 7,
          quality_reasons: [{ code: 'contrast' }],
          detections: [{ label: 'lantern' }],
        },
      ],
    });
  });

  it('of a version kept without extras marks what it cannot know as not analysed', async () => {
    const id = await newManifest();
    const asset = await addAsset(id, 'A', '#a33');
    await use(id);
    await db().$executeRaw`ALTER TABLE manifest_versions DISABLE TRIGGER manifest_versions_immutable`;
    await db().$executeRaw`UPDATE manifest_versions SET changes = NULL, extras = NULL`;
    await db().$executeRaw`ALTER TABLE manifest_versions ENABLE TRIGGER manifest_versions_immutable`;
    await deleteAsset(asset.asset_id);
    expect((await restoreVersion(id, 1)).assets).toMatchObject([
      { asset_id: asset.asset_id, manifest_tag: 'PROP_01', analysis_state: 'none', file_name: null },
    ]);
    expect(await content(id, 3)).toEqual(await content(id, 1));
    const row = await db().asset.findUniqueOrThrow({ where: { id: asset.asset_id } });
    expect(Math.abs(row.createdAt.getTime() - Date.parse(asset.created_at))).toBeLessThan(1000);
  });

  it('beside an edit and a film that starts ends in whole versions', async () => {
    for (let round = 0; round < 6; round++) {
      const id = await newManifest();
      const asset = await addAsset(id, 'A');
      await use(id);
      await updateAsset(asset.asset_id, { name: 'B' });
      const results = await Promise.allSettled([
        restoreVersion(id, 1),
        updateAsset(asset.asset_id, { name: 'C' }),
        generate(generateSchema.parse({ prompt: 'Rain.', manifest_id: id })),
        restoreVersion(id, 1),
      ]);
      expect(results.map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
      const present = await getManifest(id);
      expect(present.asset_count).toBe(present.assets.length);
      for (const { version } of await list(id))
        expect((await getVersion(id, version)).snapshot.assets).toHaveLength(1);
      const film = await db().project.findFirstOrThrow({ where: { prompt: 'Rain.', manifestId: id } });
      const frozen = await db().manifestSnapshot.findUniqueOrThrow({ where: { projectId: film.id } });
      expect((await getVersion(id, film.manifestVersion ?? 0)).digest).toBe(frozen.digest);
    }
  });

  it('of 2,000 assets and 50 versions stays quick, and the list reads no content it need not', async () => {
    const id = await newManifest();
    const rows = Array.from({ length: 2000 }, (_, i) => ({
      manifestId: id,
      assetType: 'PROP' as const,
      name: `Prop ${i}`,
      manifestTag: `PROP_${String(i + 1).padStart(2, '0')}`,
      description: 'A thing that lies about in the harbour, rusty and wet. '.repeat(8),
      sortOrder: i,
    }));
    await db().asset.createMany({ data: rows });
    await db().manifest.update({ where: { id }, data: { assetCount: rows.length } });
    for (let version = 1; version < 4; version++) {
      await use(id);
      await db().asset.updateMany({
        where: { manifestId: id, sortOrder: version },
        data: { name: 'Changed' },
      });
      await updateManifest(id, { description: `Version ${version + 1}` });
    }
    await db().$executeRaw`
      INSERT INTO manifest_versions (manifest_id, version, data, digest, changes, began_at)
      SELECT manifest_id, n + 100, data, digest, changes, began_at
      FROM manifest_versions, generate_series(1, 46) n WHERE version = 3 AND manifest_id = ${id}::uuid`;
    await db().manifest.update({ where: { id }, data: { version: 200 } });
    const started = performance.now();
    expect(await list(id)).toHaveLength(30);
    const listed = performance.now();
    expect((await restoreVersion(id, 1)).asset_count).toBe(2000);
    const restored = performance.now();
    expect(await content(id, 201)).toEqual(await content(id, 1));
    expect(listed - started).toBeLessThan(3000);
    expect(restored - listed).toBeLessThan(8000);
  });
});
