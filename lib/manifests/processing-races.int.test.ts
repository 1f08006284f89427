import { beforeEach, expect, it, vi } from 'vitest';
import { createAsset, deleteAsset, setAssetImage, updateAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import type { AssetAnalysis } from '../schemas/asset.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { createManifest, getManifest } from './manifest-service.ts';
import { processManifest } from './processing-service.ts';
import { analyseAsset } from './processing-worker.ts';

const gate = vi.hoisted(() => ({ begun: () => {}, open: Promise.resolve() as Promise<void> }));

vi.mock('../engines/local/analyse.ts', () => ({
  analyse: async (): Promise<AssetAnalysis> => {
    gate.begun();
    await gate.open;
    return {
      reversePrompt: 'measured prompt',
      visualDescription: 'measured description',
      qualityScore: 7,
      qualityReasons: [],
      palette: [],
      perceptualHash: '0'.repeat(16),
      cropBbox: { x: 0, y: 0, width: 1, height: 1 },
      detections: [],
    };
  },
}));

/** An analysis that has begun and ends when `finish` is called. */
async function inFlight() {
  const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const asset = await createAsset(id, { name: 'Mara', asset_type: 'CHARACTER' }, await anImage('#a33'));
  const [begun, open] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  Object.assign(gate, { begun: begun.resolve, open: open.promise });
  const { task_id: run_id } = await processManifest(id, 'missing');
  const analysis = analyseAsset({ manifest_id: id, asset_id: asset.asset_id, run_id });
  await begun.promise;
  const finish = async () => {
    open.resolve();
    await analysis;
    return (await getManifest(id)).assets[0];
  };
  return { id, assetId: asset.asset_id, finish };
}

beforeEach(resetDatabase);

it('an analysis in flight makes no other write wait', async () => {
  const { id, assetId, finish } = await inFlight();
  const edited = await updateAsset(assetId, { name: 'Mara, older', asset_type: 'PROP' });
  await createAsset(id, { name: 'Tomas', asset_type: 'CHARACTER' });
  expect((await db().asset.findUniqueOrThrow({ where: { id: assetId } })).analysisState).toBe('running');
  expect(await finish()).toMatchObject({
    name: 'Mara, older',
    manifest_tag: edited.manifest_tag,
    analysis_state: 'done',
    quality_score: 7,
  });
});

it('a result is not written over an image that was replaced meanwhile', async () => {
  const { assetId, finish } = await inFlight();
  await setAssetImage(assetId, await anImage('#3a3'));
  expect(await finish()).toMatchObject({
    analysis_state: 'none',
    quality_score: null,
    detections: null,
    reverse_prompt: null,
  });
});

it('a result is not written over a text that was typed meanwhile', async () => {
  const { assetId, finish } = await inFlight();
  await updateAsset(assetId, { reverse_prompt: 'typed' });
  expect(await finish()).toMatchObject({
    reverse_prompt: 'typed',
    reverse_prompt_origin: 'user',
    visual_description: 'measured description',
    analysis_state: 'done',
  });
});

it('a result of an asset that was deleted meanwhile is dropped', async () => {
  const { assetId, finish } = await inFlight();
  await deleteAsset(assetId);
  expect(await finish()).toBeUndefined();
});
