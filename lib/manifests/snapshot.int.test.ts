import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAsset, deleteAsset, setAssetImage, updateAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { snapshotDataSchema } from '../schemas/snapshot.ts';
import { createManifest, deleteManifest, getManifest, updateManifest } from './manifest-service.ts';
import { createSnapshot, diffSnapshots, digestOf } from './snapshot.ts';

async function use(manifestId: string) {
  const projectId = uuidv7();
  const taken = await db().$transaction(async (tx) => {
    await tx.project.create({ data: { id: projectId, title: 'Film', prompt: 'p', seed: 1, manifestId } });
    return createSnapshot(tx, { manifestId, projectId });
  });
  return { projectId, ...taken };
}

const newManifest = async () =>
  (await createManifest(createManifestSchema.parse({ name: 'Cast' }))).manifest_id;

beforeEach(resetDatabase);

describe('versions', () => {
  it('the first edit after a use begins the next version, further edits do not', async () => {
    const id = await newManifest();
    const asset = await createAsset(id, { name: 'Mara', asset_type: 'CHARACTER' });
    expect((await getManifest(id)).version).toBe(1);
    await use(id);
    await updateAsset(asset.asset_id, { name: 'Mara, older' });
    expect((await getManifest(id)).version).toBe(2);
    await updateManifest(id, { description: 'more' });
    expect((await getManifest(id)).version).toBe(2);
    await use(id);
    await use(id);
    expect(await getManifest(id)).toMatchObject({ version: 2, times_used: 3 });
    await deleteAsset(asset.asset_id);
    expect((await getManifest(id)).version).toBe(3);
  });
});

describe('a snapshot', () => {
  it('keeps what the film was made of, bytes included, whatever happens to the manifest', async () => {
    const id = await newManifest();
    const asset = await createAsset(id, { name: 'Mara', asset_type: 'CHARACTER' }, await anImage('#a33'));
    const { projectId, digest } = await use(id);
    await updateAsset(asset.asset_id, { name: 'Someone else', asset_type: 'PROP' });
    await setAssetImage(asset.asset_id, await anImage('#3a3'));
    await deleteAsset(asset.asset_id);
    const row = await db().manifestSnapshot.findUniqueOrThrow({ where: { projectId } });
    const data = snapshotDataSchema.parse(row.snapshotData);
    expect(digestOf(data)).toBe(digest);
    expect(row.digest).toBe(digest);
    expect(data.assets).toMatchObject([
      { name: 'Mara', manifest_tag: 'CHAR_01', image_hash: asset.image_hash },
    ]);
    expect((await blobStore().get(asset.image_hash ?? '')).length).toBeGreaterThan(0);
  });

  it('refuses every UPDATE in the database itself', async () => {
    const id = await newManifest();
    const { projectId } = await use(id);
    await expect(
      db().manifestSnapshot.update({ where: { projectId }, data: { versionAtSnapshot: 9 } }),
    ).rejects.toThrow();
    await expect(db().$executeRaw`UPDATE manifest_snapshots SET digest = digest`).rejects.toThrow();
  });

  it('is refused while the manifest is analysed, and for an unknown or deleted one', async () => {
    const id = await newManifest();
    await db().manifest.update({ where: { id }, data: { status: 'PROCESSING' } });
    await expect(use(id)).rejects.toMatchObject({ code: 'invalid-state' });
    await db().manifest.update({ where: { id }, data: { status: 'DRAFT' } });
    await deleteManifest(id);
    await expect(use(id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await db().project.count()).toBe(0);
  });

  it('differs from the library by tag and field', async () => {
    const id = await newManifest();
    const [a, b] = [
      await createAsset(id, { name: 'A', asset_type: 'PROP' }),
      await createAsset(id, { name: 'B', asset_type: 'PROP' }),
    ];
    const then = (await use(id)).data;
    await updateAsset(a.asset_id, { description: 'new' });
    await deleteAsset(b.asset_id);
    await createAsset(id, { name: 'C', asset_type: 'PROP' });
    const now = (await use(id)).data;
    expect(diffSnapshots(then, now)).toEqual({
      added: ['PROP_03'],
      removed: ['PROP_02'],
      changed: [{ manifest_tag: 'PROP_01', fields: ['description'] }],
    });
  });
});

describe('deleting a manifest', () => {
  it('that a film used is refused with the film', async () => {
    const id = await newManifest();
    const { projectId } = await use(id);
    await expect(deleteManifest(id)).rejects.toMatchObject({
      code: 'in-use',
      extra: { project_count: 1, projects: [{ project_id: projectId, title: 'Film' }] },
    });
    await db().project.update({ where: { id: projectId }, data: { deletedAt: new Date() } });
    await deleteManifest(id);
  });

  it('while a film starts ends with either the film or the deletion, never both', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await newManifest();
      const [started, deleted] = await Promise.allSettled([use(id), deleteManifest(id)]);
      expect([started.status, deleted.status].filter((s) => s === 'fulfilled')).toHaveLength(1);
    }
  });
});
