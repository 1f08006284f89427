import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { createManifest, getManifest, updateManifest } from '../manifests/manifest-service.ts';
import { ASSET_LIMITS } from '../schemas/asset.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import {
  createAsset,
  deleteAsset,
  listAssets,
  orderAssets,
  setAssetImage,
  updateAsset,
} from './asset-service.ts';
import { anImage } from './testing.ts';

const newManifest = async () =>
  (await createManifest(createManifestSchema.parse({ name: 'Cast' }))).manifest_id;
const character = (name: string) => ({ name, asset_type: 'CHARACTER' as const });

beforeEach(resetDatabase);

describe('tags', () => {
  it('a hundred assets created at once get a hundred tags', async () => {
    const id = await newManifest();
    const made = await Promise.all(
      Array.from({ length: 100 }, (_, i) => createAsset(id, character(`Extra ${i}`))),
    );
    expect(new Set(made.map((a) => a.manifest_tag)).size).toBe(100);
    const { asset_count, assets } = await getManifest(id);
    expect(asset_count).toBe(100);
    expect(new Set(assets.map((a) => a.sort_order)).size).toBe(100);
    expect(assets.at(-1)?.manifest_tag).toBe('CHAR_100');
  });

  it('the number of a deleted asset is not given again', async () => {
    const id = await newManifest();
    const [first] = [
      await createAsset(id, character('A')),
      await createAsset(id, character('B')),
      await createAsset(id, character('C')),
    ];
    await deleteAsset(first.asset_id);
    expect((await createAsset(id, character('D'))).manifest_tag).toBe('CHAR_04');
    expect((await getManifest(id)).asset_count).toBe(3);
  });

  it('another type means the next tag of its series, and the old number is retired', async () => {
    const id = await newManifest();
    await createAsset(id, character('A'));
    await createAsset(id, character('B'));
    const third = await createAsset(id, character('C'));
    expect((await updateAsset(third.asset_id, { asset_type: 'OBJECT' })).manifest_tag).toBe('OBJ_01');
    expect((await createAsset(id, character('D'))).manifest_tag).toBe('CHAR_04');
    expect(
      (await updateAsset(third.asset_id, { asset_type: 'OBJECT', name: 'Same type' })).manifest_tag,
    ).toBe('OBJ_01');
  });
});

describe('updating', () => {
  it('leaves absent fields and clears what is null', async () => {
    const id = await newManifest();
    const made = await createAsset(id, {
      ...character('Mara'),
      description: 'Rust coat',
      user_tags: ['lead'],
    });
    const renamed = await updateAsset(made.asset_id, { name: 'Mara, older' });
    expect(renamed).toMatchObject({ name: 'Mara, older', description: 'Rust coat', user_tags: ['lead'] });
    expect(await updateAsset(made.asset_id, { description: null, user_tags: null })).toMatchObject({
      description: '',
      user_tags: [],
    });
  });

  it('marks a text as written by the user, and cleared again when it is null', async () => {
    const made = await createAsset(await newManifest(), character('Mara'));
    expect(await updateAsset(made.asset_id, { reverse_prompt: 'a girl with a lantern' })).toMatchObject({
      reverse_prompt_origin: 'user',
    });
    expect(await updateAsset(made.asset_id, { reverse_prompt: null })).toMatchObject({
      reverse_prompt: null,
      reverse_prompt_origin: null,
    });
  });

  it('refuses an unknown asset', async () => {
    await expect(updateAsset('019c0000-0000-7000-8000-000000000000', { name: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('order', () => {
  it('is what was given, and a list that is not a permutation changes nothing', async () => {
    const id = await newManifest();
    const ids = [];
    for (const name of ['A', 'B', 'C']) ids.push((await createAsset(id, character(name))).asset_id);
    const turned = [...ids].reverse();
    expect((await orderAssets(id, turned)).assets.map((a) => a.asset_id)).toEqual(turned);
    await expect(orderAssets(id, ids.slice(1))).rejects.toMatchObject({ code: 'validation-failed' });
    await expect(orderAssets(id, [ids[0] ?? '', ids[0] ?? '', ids[1] ?? ''])).rejects.toMatchObject({
      code: 'validation-failed',
    });
    expect((await listAssets(id)).map((a) => a.asset_id)).toEqual(turned);
  });

  it('stays a permutation while assets are added, deleted and reordered at once', async () => {
    const id = await newManifest();
    const ids = [];
    for (const name of ['A', 'B', 'C', 'D']) ids.push((await createAsset(id, character(name))).asset_id);
    const results = await Promise.allSettled([
      orderAssets(id, [...ids].reverse()),
      orderAssets(id, ids),
      createAsset(id, character('E')),
      deleteAsset(ids[0] ?? ''),
      createAsset(id, character('F')),
    ]);
    for (const r of results)
      if (r.status === 'rejected') expect(r.reason).toMatchObject({ code: 'validation-failed' });
    const assets = await listAssets(id);
    expect(assets).toHaveLength(5);
    expect(new Set(assets.map((a) => a.sort_order)).size).toBe(5);
    expect((await getManifest(id)).asset_count).toBe(5);
  });
});

describe('images', () => {
  it('an image replaced is not analysed any more', async () => {
    const id = await newManifest();
    const made = await createAsset(id, character('Mara'), await anImage('#a33'));
    expect(made).toMatchObject({
      width: 96,
      height: 64,
      analysis_state: 'none',
      reference_image_url: `/api/blobs/${made.image_hash}`,
    });
    const replaced = await setAssetImage(made.asset_id, await anImage('#3a3'));
    expect(replaced.image_hash).not.toBe(made.image_hash);
    expect(replaced.manifest_tag).toBe(made.manifest_tag);
  });

  it('the same bytes fifty times are one blob and fifty assets', async () => {
    const id = await newManifest();
    const image = await anImage('#33a');
    const made = await Promise.all(
      Array.from({ length: 50 }, (_, i) => createAsset(id, character(`Same ${i}`), image)),
    );
    expect(new Set(made.map((a) => a.image_hash)).size).toBe(1);
    expect((await getManifest(id)).asset_count).toBe(50);
  });
});

describe('what an edit leaves behind', () => {
  it('another picture takes the analysis of the former one away, and leaves what the user wrote', async () => {
    const id = await newManifest();
    const { asset_id } = await createAsset(id, character('Mara'), await anImage('#a33'));
    await db().asset.update({
      where: { id: asset_id },
      data: {
        analysisState: 'done',
        qualityScore: 8.1,
        qualityReasons: [],
        palette: [],
        cropBbox: { x: 0, y: 0, width: 1, height: 1 },
        perceptualHash: '0123456789abcdef',
        visualDescription: 'measured',
      },
    });
    await updateAsset(asset_id, { reverse_prompt: 'mine' });
    expect(await setAssetImage(asset_id, await anImage('#33a'))).toMatchObject({
      analysis_state: 'none',
      quality_score: null,
      quality_reasons: null,
      palette: null,
      crop_bbox: null,
      perceptual_hash: null,
      visual_description: null,
      reverse_prompt: 'mine',
    });
  });

  it('an edit that changes nothing is none: neither revision nor version moves', async () => {
    const id = await newManifest();
    const { asset_id } = await createAsset(id, character('Mara'));
    const { revision } = await getManifest(id);
    await updateAsset(asset_id, { name: 'Mara', asset_type: 'CHARACTER', user_tags: [] });
    await updateManifest(id, { name: 'Cast', tags: [] });
    expect((await getManifest(id)).revision).toBe(revision);
    await updateAsset(asset_id, { name: 'Mara Lind' });
    expect((await getManifest(id)).revision).toBe(revision + 1);
  });

  it('an asset at the last possible place does not keep others out', async () => {
    const id = await newManifest();
    const first = await createAsset(id, character('A'));
    const last = await createAsset(id, character('B'));
    await updateAsset(first.asset_id, { sort_order: ASSET_LIMITS.sortOrder });
    const added = await createAsset(id, character('C'));
    expect((await listAssets(id)).map((a) => a.asset_id)).toEqual([
      last.asset_id,
      first.asset_id,
      added.asset_id,
    ]);
  });
});
