import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { createManifest, deleteManifest, getManifest } from '../manifests/manifest-service.ts';
import { ASSET_LIMITS } from '../schemas/asset.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { changeAssets } from './asset-bulk-service.ts';
import { mergeAssets } from './asset-merge-service.ts';
import { createAsset, deleteAsset, setAssetImage, updateAsset } from './asset-service.ts';
import { anImage } from './testing.ts';

const newManifest = async (name = 'Cast') =>
  (await createManifest(createManifestSchema.parse({ name }))).manifest_id;
const character = (name: string) => ({ name, asset_type: 'CHARACTER' as const });

async function manifestWith(...names: string[]) {
  const id = await newManifest();
  const ids: string[] = [];
  for (const name of names) ids.push((await createAsset(id, character(name))).asset_id);
  return { id, ids };
}

const tagsOf = async (id: string) => (await getManifest(id)).assets.map((a) => a.manifest_tag);
const markUsed = (id: string) =>
  db().$executeRaw`UPDATE manifests SET last_used_version = version WHERE id = ${id}::uuid`;

beforeEach(resetDatabase);

describe('the revision of an asset', () => {
  it('an edit made against an old revision is refused with the asset as it is now', async () => {
    const { ids } = await manifestWith('Mara');
    const [id = ''] = ids;
    expect((await updateAsset(id, { name: 'Mara, older' }, { ifRevision: 1 })).revision).toBe(2);
    await expect(updateAsset(id, { name: 'Lost' }, { ifRevision: 1 })).rejects.toMatchObject({
      code: 'precondition-failed',
      extra: { current_revision: 2, current: { name: 'Mara, older', revision: 2 } },
    });
    await expect(setAssetImage(id, await anImage('red'), { ifRevision: 1 })).rejects.toMatchObject({
      code: 'precondition-failed',
    });
    await expect(deleteAsset(id, { ifRevision: [1, 7] })).rejects.toMatchObject({
      code: 'precondition-failed',
    });
    await deleteAsset(id, { ifRevision: [1, 2] });
  });
});

describe('the type of many', () => {
  it('each gets a new tag in their order, those that have the type keep theirs, and the way back gives the old ones', async () => {
    const { id, ids } = await manifestWith('A', 'B', 'C');
    await updateAsset(ids[1] ?? '', { asset_type: 'PROP' });
    const { assets } = await changeAssets(id, { op: 'type', asset_ids: ids, asset_type: 'PROP' });
    expect(assets.map((a) => [a.name, a.manifest_tag])).toEqual([
      ['A', 'PROP_02'],
      ['C', 'PROP_03'],
    ]);
    expect((await createAsset(id, character('D'))).manifest_tag).toBe('CHAR_04');
    await changeAssets(id, {
      op: 'retag',
      former_tags: { [ids[0] ?? '']: 'CHAR_01', [ids[2] ?? '']: 'CHAR_03' },
    });
    expect(await tagsOf(id)).toEqual(['CHAR_01', 'PROP_01', 'CHAR_03', 'CHAR_04']);
  });

  it('a retired tag goes back to nobody but the asset that had it', async () => {
    const { id, ids } = await manifestWith('A', 'B');
    const [a = '', b = ''] = ids;
    await changeAssets(id, { op: 'type', asset_ids: [a], asset_type: 'PROP' });
    const { assets } = await changeAssets(id, { op: 'retag', former_tags: { [b]: 'CHAR_01' } });
    expect(assets).toEqual([]);
    expect(await tagsOf(id)).toEqual(['PROP_01', 'CHAR_02']);
  });

  it('an act that changes nothing is no edit', async () => {
    const { id, ids } = await manifestWith('A');
    const { revision } = await getManifest(id);
    await changeAssets(id, { op: 'type', asset_ids: ids, asset_type: 'CHARACTER' });
    await changeAssets(id, { op: 'tags', asset_ids: ids, add: [], remove: ['none'] });
    expect((await getManifest(id)).revision).toBe(revision);
  });
});

describe('tags and deletion of many', () => {
  it('adds and removes without case, names who is gone, and begins one version for all', async () => {
    const { id, ids } = await manifestWith('A', 'B', 'C');
    await markUsed(id);
    const [a = '', b = '', c = ''] = ids;
    await updateAsset(a, { user_tags: ['Sea', 'old'] });
    await deleteAsset(c);
    const answer = await changeAssets(id, {
      op: 'tags',
      asset_ids: ids,
      add: ['sea', 'dusk'],
      remove: ['OLD'],
    });
    expect(answer.assets.map((asset) => asset.user_tags)).toEqual([
      ['Sea', 'dusk'],
      ['sea', 'dusk'],
    ]);
    expect(answer.missing).toEqual([c]);
    expect((await getManifest(id)).version).toBe(2);
    expect(answer.assets.find((asset) => asset.asset_id === b)?.revision).toBe(2);
  });

  it('refuses as a whole what would give one image too many tags', async () => {
    const { id, ids } = await manifestWith('A', 'B');
    const full = Array.from({ length: ASSET_LIMITS.userTags }, (_, i) => `tag ${i}`);
    await updateAsset(ids[1] ?? '', { user_tags: full });
    await expect(
      changeAssets(id, { op: 'tags', asset_ids: ids, add: ['one more'], remove: [] }),
    ).rejects.toMatchObject({ code: 'validation-failed' });
    expect((await getManifest(id)).assets[0]?.user_tags).toEqual([]);
  });

  it('deletes once, however often and by how many it is asked', async () => {
    const { id, ids } = await manifestWith('A', 'B', 'C');
    const both = ids.slice(0, 2);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => changeAssets(id, { op: 'delete', asset_ids: both })),
    );
    expect(answers.flatMap((answer) => answer.removed).toSorted()).toEqual(both.toSorted());
    expect((await getManifest(id)).asset_count).toBe(1);
    expect((await createAsset(id, character('D'))).manifest_tag).toBe('CHAR_04');
  });
});

describe('copying to another manifest', () => {
  it('shares the bytes, keeps analysis, order and links, and begins the other’s next version', async () => {
    const { id, ids } = await manifestWith('Mara', 'Mara from the side', 'Her lamp');
    const [mara = '', sideOn = '', lamp = ''] = ids;
    await setAssetImage(mara, await anImage('red'));
    await db().asset.update({
      where: { id: mara },
      data: { analysisState: 'done', qualityScore: 8, palette: [{ hex: '#ff0000', share: 1 }] },
    });
    await db().asset.update({ where: { id: sideOn }, data: { viewOfId: mara, view: 'side' } });
    await db().asset.update({ where: { id: lamp }, data: { sourceAssetId: mara } });
    const { id: other } = await manifestWith('Anton');
    await markUsed(other);

    const answer = await changeAssets(id, {
      op: 'copy',
      asset_ids: [lamp, sideOn, mara],
      to: { manifest_id: other },
    });
    const [copy, sideCopy, lampCopy] = answer.assets;
    const source = (await getManifest(id)).assets[0];
    expect(copy).toMatchObject({
      name: 'Mara',
      manifest_tag: 'CHAR_02',
      image_hash: source?.image_hash,
      quality_score: 8,
      analysis_state: 'done',
      revision: 1,
    });
    expect(sideCopy).toMatchObject({
      manifest_tag: 'CHAR_03',
      view: 'side',
      view_of_asset_id: copy?.asset_id,
    });
    expect(lampCopy).toMatchObject({ source_asset_id: copy?.asset_id });
    expect(await getManifest(other)).toMatchObject({ version: 2, asset_count: 4 });
    expect((await getManifest(id)).asset_count).toBe(3);

    const alone = await changeAssets(id, { op: 'copy', asset_ids: [sideOn], to: { name: 'Sides' } });
    expect(alone.assets[0]).toMatchObject({ view: 'side', view_of_asset_id: null, manifest_tag: 'CHAR_01' });
    expect(alone.to).toMatchObject({ name: 'Sides', is_new: true });
  });

  it('refuses what does not fit, and leaves nothing behind', async () => {
    const { id, ids } = await manifestWith('A', 'B');
    const other = await newManifest('Full');
    await db().manifest.update({ where: { id: other }, data: { assetCount: ASSET_LIMITS.perManifest - 1 } });
    for (const op of ['copy', 'move'] as const)
      await expect(
        changeAssets(id, { op, asset_ids: ids, to: { manifest_id: other }, former_tags: {} }),
      ).rejects.toMatchObject({
        code: 'validation-failed',
        detail: expect.stringContaining('room for 1 more'),
      });
    expect(await db().asset.count({ where: { manifestId: other } })).toBe(0);
    expect(await db().manifestTagCounter.count({ where: { manifestId: other } })).toBe(0);
  });
});

describe('moving to another manifest', () => {
  it('keeps the ids, retires the tags, and the way back gives ids, tags and places', async () => {
    const { id, ids } = await manifestWith('A', 'B', 'C');
    const [, b = ''] = ids;
    const { id: other } = await manifestWith('Anton');
    await markUsed(id);
    const moved = await changeAssets(id, {
      op: 'move',
      asset_ids: [b],
      to: { manifest_id: other },
      former_tags: {},
    });
    expect(moved).toMatchObject({ removed: [b], assets: [{ asset_id: b, manifest_tag: 'CHAR_02' }] });
    expect(await getManifest(id)).toMatchObject({ asset_count: 2, version: 2 });
    expect((await createAsset(id, character('D'))).manifest_tag).toBe('CHAR_04');

    await changeAssets(other, {
      op: 'move',
      asset_ids: [b],
      to: { manifest_id: id },
      former_tags: { [b]: 'CHAR_02' },
    });
    expect((await getManifest(id)).assets.map((a) => [a.name, a.manifest_tag])).toEqual([
      ['A', 'CHAR_01'],
      ['B', 'CHAR_02'],
      ['C', 'CHAR_03'],
      ['D', 'CHAR_04'],
    ]);
    expect((await getManifest(other)).asset_count).toBe(1);
    expect((await createAsset(other, character('E'))).manifest_tag).toBe('CHAR_03');
  });

  it('ends links that would lead into another manifest', async () => {
    const { id, ids } = await manifestWith('Mara', 'Side', 'Lamp');
    const [mara = '', sideOn = '', lamp = ''] = ids;
    await db().asset.update({ where: { id: sideOn }, data: { viewOfId: mara, view: 'side' } });
    await db().asset.update({ where: { id: lamp }, data: { sourceAssetId: mara } });
    const { to } = await changeAssets(id, {
      op: 'move',
      asset_ids: [mara, lamp],
      to: { name: 'Leads' },
      former_tags: {},
    });
    expect((await getManifest(id)).assets[0]).toMatchObject({ asset_id: sideOn, view_of_asset_id: null });
    const there = (await getManifest(to?.manifest_id ?? '')).assets;
    expect(there.find((a) => a.asset_id === lamp)?.source_asset_id).toBe(mara);
  });

  it('moves that cross each other all arrive, each asset once', async () => {
    const { id: one, ids: ofOne } = await manifestWith('A', 'B');
    const { id: two, ids: ofTwo } = await manifestWith('E', 'F');
    const move = (from: string, to: string, asset: string) =>
      changeAssets(from, { op: 'move', asset_ids: [asset], to: { manifest_id: to }, former_tags: {} });
    await Promise.all([
      ...ofOne.map((asset) => move(one, two, asset)),
      ...ofTwo.map((asset) => move(two, one, asset)),
      changeAssets(one, { op: 'tags', asset_ids: ofOne, add: ['x'], remove: [] }).catch(() => null),
    ]);
    const [left, right] = [await getManifest(one), await getManifest(two)];
    expect(left.assets.map((a) => a.asset_id).toSorted()).toEqual(ofTwo.toSorted());
    expect(right.assets.map((a) => a.asset_id).toSorted()).toEqual(ofOne.toSorted());
    expect([left.asset_count, right.asset_count]).toEqual([2, 2]);
    for (const id of [one, two]) expect((await tagsOf(id)).toSorted()).toEqual(['CHAR_03', 'CHAR_04']);
  });

  it('says where it cannot go', async () => {
    const { id, ids } = await manifestWith('A');
    const trashed = await newManifest('Gone');
    await deleteManifest(trashed);
    const move = (to: string) =>
      changeAssets(id, { op: 'move', asset_ids: ids, to: { manifest_id: to }, former_tags: {} });
    await expect(move(trashed)).rejects.toMatchObject({ code: 'not-found' });
    await expect(move(id)).rejects.toMatchObject({ code: 'validation-failed' });
    expect((await getManifest(id)).asset_count).toBe(1);
  });
});

describe('merging', () => {
  it('keeps what was written about all of them, and their crops', async () => {
    const { id, ids } = await manifestWith('Best', 'Other', 'Crop of the other');
    const [best = '', other = '', crop = ''] = ids;
    await updateAsset(best, { description: 'Lit from the left.', user_tags: ['sea'] });
    await updateAsset(other, {
      description: 'Oak bench.',
      user_tags: ['Sea', 'dusk'],
      reverse_prompt: 'warm light',
      is_primary: true,
    });
    await db().asset.update({ where: { id: crop }, data: { sourceAssetId: other } });
    const answer = await mergeAssets(id, { into: best, asset_ids: [other, best] });
    expect(answer.removed).toEqual([other]);
    expect(answer.assets[0]).toMatchObject({
      manifest_tag: 'CHAR_01',
      description: 'Lit from the left.\n\nOak bench.',
      user_tags: ['sea', 'dusk'],
      reverse_prompt: 'warm light',
      reverse_prompt_origin: 'user',
      is_primary: true,
    });
    const after = await getManifest(id);
    expect(after.asset_count).toBe(2);
    expect(after.assets.find((a) => a.asset_id === crop)?.source_asset_id).toBe(best);
    await expect(mergeAssets(id, { into: best, asset_ids: [other] })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('refuses texts that are too long together, and changes nothing', async () => {
    const { id, ids } = await manifestWith('Best', 'Other');
    const [best = '', other = ''] = ids;
    await updateAsset(best, { description: 'a'.repeat(3000) });
    await updateAsset(other, { description: 'b'.repeat(3000) });
    await expect(mergeAssets(id, { into: best, asset_ids: [other] })).rejects.toMatchObject({
      code: 'validation-failed',
      detail: expect.stringContaining('Shorten one'),
    });
    expect((await getManifest(id)).asset_count).toBe(2);
  });
});
