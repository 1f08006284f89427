import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { createAssetIn } from '../lib/assets/asset-service.ts';
import { takeImage } from '../lib/assets/image-intake.ts';
import { db } from '../lib/db/prisma.ts';
import { createManifestIn } from '../lib/manifests/manifest-service.ts';
import { startProcessingIn } from '../lib/manifests/processing-service.ts';
import { analyseAsset, finishProcessing } from '../lib/manifests/processing-worker.ts';
import { createAssetSchema } from '../lib/schemas/asset.ts';
import { createManifestSchema } from '../lib/schemas/manifest.ts';

const FOLDER = path.join(import.meta.dirname, 'example');

const exampleSchema = z.object({
  ...createManifestSchema.shape,
  prompt: z.string(),
  assets: z.array(createAssetSchema.extend({ file: z.string() })),
});

/**
 * Puts the example manifest into an empty library, through the same services as any other: images read and
 * re-encoded, assets tagged, analysed to READY. Does nothing when the database ever held a manifest. Killed half way,
 * it leaves nothing, or a manifest whose analysis the worker finishes.
 */
export async function seed(): Promise<'seeded' | 'skipped'> {
  if ((await db().manifest.count()) > 0) return 'skipped';
  const example = exampleSchema.parse(JSON.parse(await readFile(path.join(FOLDER, 'manifest.json'), 'utf8')));
  const { prompt: _, assets, ...manifest } = example;
  const images = await Promise.all(assets.map(({ file }) => takeExample(file)));
  const { manifest_id, run_id } = await db().$transaction(async (tx) => {
    const { manifest_id } = await createManifestIn(tx, manifest);
    for (const [i, { file: _, ...asset }] of assets.entries())
      await createAssetIn(tx, manifest_id, asset, images[i]);
    const { task_id } = await startProcessingIn(tx, manifest_id, 'all');
    return { manifest_id, run_id: task_id };
  });
  const rows = await db().asset.findMany({ where: { manifestId: manifest_id }, select: { id: true } });
  await Promise.all(rows.map(({ id }) => analyseAsset({ manifest_id, asset_id: id, run_id })));
  await finishProcessing({ manifest_id, run_id });
  return 'seeded';
}

/** As bytes: a path would be taken over, and the artwork is to stay. */
const takeExample = async (file: string) =>
  takeImage({ bytes: await readFile(path.join(FOLDER, file)) }, { fileName: file });
