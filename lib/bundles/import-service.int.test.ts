import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as pool from '../assets/decoder-pool.ts';
import { pngOf } from '../assets/testing.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { createManifest, getManifest, listManifests } from '../manifests/manifest-service.ts';
import { formatTag } from '../manifests/tags.ts';
import { bundleSchema, type ImportedItem, type ImportResult, importQuerySchema } from '../schemas/bundle.ts';
import { createManifestSchema, listManifestsQuerySchema } from '../schemas/manifest.ts';
import { exportManifests } from './export-service.ts';
import { importBundle } from './import-service.ts';
import { aRichManifest, zipOf } from './testing.ts';
import { undoImport } from './undo-import.ts';
import { writeBundle } from './write-bundle.ts';

vi.mock('../assets/decoder-pool.ts', async (original) => {
  const real = await original<typeof pool>();
  return { ...real, decodeInChild: vi.fn(real.decodeInChild) };
});
const decodes = () => vi.mocked(pool.decodeInChild).mock.calls.length;

beforeEach(resetDatabase);

/** Exports to a file, as a download would be. */
async function exportFile(ids: string[]): Promise<string> {
  const { json, images } = await exportManifests(ids);
  const { stream } = await writeBundle(json, images, blobStore());
  const path = await blobStore().tempPath();
  await pipeline(stream, createWriteStream(path));
  return path;
}

async function importFile(path: string, query: Record<string, string> = {}): Promise<ImportedItem[]> {
  const file = { field: 'file', place: 0, path, fileName: null, declaredType: null, size: 0, sha256: '' };
  const answer = await importBundle({ fields: {}, files: [file] }, importQuerySchema.parse(query));
  return (answer as ImportResult).manifests;
}

/** A bundle of so many small pictures, not made by this library. */
async function aCrowd(count: number): Promise<string> {
  const { id } = await aRichManifest();
  const { json } = await exportManifests([id]);
  const bundle = bundleSchema.parse(JSON.parse(Buffer.from(json).toString()));
  await resetDatabase();
  const [manifest] = bundle.manifests;
  const [image] = bundle.images;
  const like = manifest?.assets[2];
  if (!manifest || !image || !like) throw new Error('the bundle is empty');
  const pictures = await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const bytes = await pngOf(`#${(i * 70_001).toString(16).padStart(6, '0').slice(-6)}`);
      return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
  const crowd = {
    ...bundle,
    images: pictures.map(({ bytes, sha256 }) => ({ ...image, sha256, extension: 'png', size: bytes.length })),
    manifests: [
      {
        ...manifest,
        tag_counters: { CHAR: count },
        assets: pictures.map(({ sha256 }, i) => ({
          ...like,
          tag: formatTag('CHAR', i + 1),
          name: `Extra ${i}`,
          cropped_from: null,
          image: sha256,
        })),
      },
    ],
  };
  const path = await blobStore().tempPath();
  const entries = pictures.map(({ bytes, sha256 }) => ({ name: `images/${sha256}.png`, bytes }));
  await writeFile(
    path,
    await zipOf([{ name: 'manifest.json', bytes: Buffer.from(JSON.stringify(crowd)) }, ...entries]),
  );
  return path;
}

const names = async () =>
  (await listManifests(listManifestsQuerySchema.parse({ sort_by: 'name', sort_order: 'asc' }))).items.map(
    (item) => item.name,
  );

describe('importing', () => {
  it('decodes no image that the library holds whole', async () => {
    const { id } = await aRichManifest('Cast');
    const path = await exportFile([id]);
    const before = decodes();
    await importFile(path);
    expect(decodes()).toBe(before);
    await resetDatabase();
    await importFile(path);
    expect(decodes()).toBe(before + 3);
  });

  it('decodes again what the library holds only in part', async () => {
    const { id, assets } = await aRichManifest('Cast');
    const path = await exportFile([id]);
    const hash = assets[0]?.image_hash ?? '';
    await db().blob.update({ where: { hash }, data: { thumb640Hash: null } });
    const before = decodes();
    await importFile(path);
    expect(decodes()).toBe(before + 1);
  });

  it('writes all manifests or none', async () => {
    const [first, second] = [await aRichManifest('First'), await aRichManifest('Second')];
    const path = await exportFile([first.id, second.id]);
    await db().asset.deleteMany({ where: { manifestId: second.id } });
    await db().asset.createMany({
      data: Array.from({ length: 4999 }, (_, i) => ({
        manifestId: second.id,
        assetType: 'STYLE' as const,
        name: `Style ${i}`,
        manifestTag: `STYLE_${10_000 + i}`,
        userTags: [],
      })),
    });
    await expect(importFile(path, { choices: '0:rename,1:merge' })).rejects.toMatchObject({
      code: 'validation-failed',
      detail: expect.stringContaining('5000 assets at most'),
    });
    expect(await names()).toEqual(['First', 'Second']);
    expect(await db().asset.count()).toBe(5 + 4999);
  });

  it('of a new name does not meet a name that is taken', async () => {
    const { id } = await aRichManifest('Cast');
    await createManifest(createManifestSchema.parse({ name: 'Cast (2)' }));
    const path = await exportFile([id]);
    expect((await importFile(path))[0]?.name).toBe('Cast (3)');
    expect((await importFile(path))[0]?.name).toBe('Cast (4)');
  });

  it('takes a bundle of two hundred images', { timeout: 120_000 }, async () => {
    const path = await aCrowd(200);
    const [made] = await importFile(path);
    const manifest = await getManifest(made?.manifest_id ?? '');
    expect(manifest.assets).toHaveLength(200);
    expect(manifest.assets.every((asset) => asset.thumbnail_url !== null)).toBe(true);
    expect(manifest.assets.at(-1)).toMatchObject({ manifest_tag: 'CHAR_200', name: 'Extra 199' });
  });
});

describe('undoing an import', () => {
  it('trashes what it made and removes what it added, and does no more when pressed again', async () => {
    const [first, second] = [await aRichManifest('First'), await aRichManifest('Second')];
    const path = await exportFile([first.id, second.id]);
    await db().asset.update({ where: { id: second.assets[3]?.asset_id ?? '' }, data: { name: 'Else' } });
    const [made, merged] = await importFile(path, { choices: '1:merge' });
    expect(await names()).toEqual(['First', 'First (2)', 'Second']);
    const undo = {
      manifest_ids: [made?.manifest_id ?? ''],
      asset_ids: merged?.added_asset_ids ?? [],
    };
    expect((await getManifest(second.id)).asset_count).toBe(6);
    await undoImport(undo);
    await undoImport(undo);
    expect(await names()).toEqual(['First', 'Second']);
    const after = await getManifest(second.id);
    expect(after.asset_count).toBe(5);
    expect(after.assets).toHaveLength(5);
  });
});
