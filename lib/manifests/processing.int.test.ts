import { beforeEach, describe, expect, it } from 'vitest';
import { createAsset, setAssetImage, updateAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { exportManifests } from '../bundles/export-service.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { bundleSchema } from '../schemas/bundle.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { createManifest, getManifest } from './manifest-service.ts';
import { cancelProcessing, getProgress, processManifest, secondsLeft } from './processing-service.ts';
import { analyseAsset, finishProcessing, reconcileProcessing } from './processing-worker.ts';

const COLORS = ['#a33', '#3a3', '#33a'];

async function manifestWithImages(): Promise<{ id: string; assetIds: string[] }> {
  const { manifest_id: id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const assetIds: string[] = [];
  for (const color of COLORS)
    assetIds.push(
      (await createAsset(id, { name: color, asset_type: 'PROP' }, await anImage(color))).asset_id,
    );
  return { id, assetIds };
}

async function work(id: string, run_id: string, assetIds: string[]): Promise<void> {
  for (const asset_id of assetIds) await analyseAsset({ manifest_id: id, asset_id, run_id });
}

beforeEach(resetDatabase);

describe('processing a manifest', () => {
  it('ends READY with every image measured and a contact sheet drawn', async () => {
    const { id, assetIds } = await manifestWithImages();
    const { task_id } = await processManifest(id, 'missing');
    expect(await getProgress(id)).toMatchObject({
      status: 'PROCESSING',
      progress: { total: 3, done: 0, step: 'measure' },
    });
    await work(id, task_id, assetIds.slice(0, 2));
    expect(await getProgress(id)).toMatchObject({ progress: { total: 3, done: 2, failed: 0 } });
    await work(id, task_id, assetIds.slice(2));
    await finishProcessing({ manifest_id: id, run_id: task_id });
    const manifest = await getManifest(id);
    expect(manifest).toMatchObject({ status: 'READY', processing_progress: { step: null, done: 3 } });
    for (const asset of manifest.assets) {
      expect(asset.quality_score).toBeGreaterThanOrEqual(0);
      expect(asset).toMatchObject({
        manifest_tag: expect.stringMatching(/^PROP_0[123]$/),
        analysis_state: 'done',
        reverse_prompt_origin: 'analysis',
        perceptual_hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      });
    }
    expect((await getProgress(id)).contact_sheet_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('composes no longer text than an asset may have, and old ones that are longer are exported cut', async () => {
    const { id, assetIds } = await manifestWithImages();
    const [first = ''] = assetIds;
    await updateAsset(first, { description: `${'word '.repeat(799)}end` });
    const { task_id } = await processManifest(id, 'all');
    await work(id, task_id, assetIds);
    const prompt = (await getManifest(id)).assets.find((a) => a.asset_id === first)?.reverse_prompt ?? '';
    expect(prompt).toMatch(/^#a33, word word/);
    expect([...prompt].length).toBeLessThanOrEqual(4000);
    await db().asset.update({ where: { id: first }, data: { reversePrompt: '😀'.repeat(4001) } });
    const { json } = await exportManifests([id]);
    const [exported] = bundleSchema.parse(JSON.parse(Buffer.from(json).toString())).manifests;
    expect(exported?.assets[0]?.reverse_prompt).toEqual({ text: '😀'.repeat(4000), by: 'analysis' });
  });

  it('enqueues one job for each image, in the transaction of the state', async () => {
    const { id } = await manifestWithImages();
    await processManifest(id, 'missing');
    const jobs = await db().$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'analyse-asset'`;
    expect(jobs).toEqual([{ n: 3 }]);
  });

  it('pressed five times at once starts one run', async () => {
    const { id } = await manifestWithImages();
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => processManifest(id, 'all')));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of results)
      if (r.status === 'rejected') expect(r.reason).toMatchObject({ code: 'invalid-state' });
  });

  it('keeps what the user wrote and never changes a tag', async () => {
    const { id, assetIds } = await manifestWithImages();
    await updateAsset(assetIds[0] ?? '', { reverse_prompt: 'mine' });
    const { task_id } = await processManifest(id, 'all');
    await work(id, task_id, assetIds);
    await finishProcessing({ manifest_id: id, run_id: task_id });
    const { assets } = await getManifest(id);
    expect(assets.map((a) => a.manifest_tag)).toEqual(['PROP_01', 'PROP_02', 'PROP_03']);
    expect(assets[0]).toMatchObject({
      reverse_prompt: 'mine',
      reverse_prompt_origin: 'user',
      visual_description_origin: 'analysis',
    });
  });

  it('an image that cannot be read makes an ERROR with its reason, and the others are kept', async () => {
    const { id, assetIds } = await manifestWithImages();
    const { masterHash: intact } = await db().asset.findUniqueOrThrow({ where: { id: assetIds[1] ?? '' } });
    await db().asset.update({ where: { id: assetIds[1] ?? '' }, data: { masterHash: '0'.repeat(64) } });
    const { task_id } = await processManifest(id, 'missing');
    await work(id, task_id, assetIds);
    await db().asset.update({ where: { id: assetIds[1] ?? '' }, data: { masterHash: intact } });
    await finishProcessing({ manifest_id: id, run_id: task_id });
    const manifest = await getManifest(id);
    expect(manifest).toMatchObject({ status: 'ERROR', processing_progress: { done: 2, failed: 1 } });
    expect(manifest.error_summary).toContain('1 of 3 images failed');
    await setAssetImage(assetIds[1] ?? '', await anImage('#aaa'));
    const again = await processManifest(id, 'missing');
    await work(id, again.task_id, [assetIds[1] ?? '']);
    await finishProcessing({ manifest_id: id, run_id: again.task_id });
    expect(await getManifest(id)).toMatchObject({ status: 'READY', error_summary: null });
  });

  it('cancelled keeps what is done and drops what comes late', async () => {
    const { id, assetIds } = await manifestWithImages();
    const { task_id } = await processManifest(id, 'missing');
    await work(id, task_id, assetIds.slice(0, 1));
    expect(await cancelProcessing(id)).toMatchObject({
      status: 'DRAFT',
      progress: { cancelled: true, done: 1 },
    });
    await work(id, task_id, assetIds.slice(1));
    await finishProcessing({ manifest_id: id, run_id: task_id });
    const { status, assets } = await getManifest(id);
    expect([status, ...assets.map((a) => a.analysis_state)]).toEqual(['DRAFT', 'done', 'none', 'none']);
  });

  it('interrupted by a crash is put back to work, and doing a job twice changes nothing', async () => {
    const { id, assetIds } = await manifestWithImages();
    const { task_id } = await processManifest(id, 'missing');
    await db().asset.update({ where: { id: assetIds[0] ?? '' }, data: { analysisState: 'running' } });
    await db().$executeRaw`DELETE FROM pgboss.job`;
    expect(await reconcileProcessing()).toBe(1);
    expect(
      await db().$queryRaw`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'analyse-asset'`,
    ).toEqual([{ n: 3 }]);
    await work(id, task_id, [...assetIds, ...assetIds]);
    await finishProcessing({ manifest_id: id, run_id: task_id });
    await finishProcessing({ manifest_id: id, run_id: task_id });
    expect((await getManifest(id)).status).toBe('READY');
  });

  it('without any image is refused', async () => {
    const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Empty' }));
    await expect(processManifest(manifest_id, 'missing')).rejects.toMatchObject({
      code: 'validation-failed',
    });
  });

  it('adding an asset to a READY manifest keeps it READY and marks the asset not analysed', async () => {
    const { id, assetIds } = await manifestWithImages();
    const { task_id } = await processManifest(id, 'missing');
    await work(id, task_id, assetIds);
    await finishProcessing({ manifest_id: id, run_id: task_id });
    await createAsset(id, { name: 'New', asset_type: 'PROP' }, await anImage('#888'));
    const { status, assets } = await getManifest(id);
    expect([status, assets.at(-1)?.analysis_state]).toEqual(['READY', 'none']);
  });
});

it('the time left follows from the time per finished image', () => {
  const started_at = new Date(10_000).toISOString();
  expect(secondsLeft({ started_at, total: 8, done: 0, failed: 0 }, 20_000)).toBeNull();
  expect(secondsLeft({ started_at, total: 8, done: 3, failed: 1 }, 30_000)).toBe(20);
});
