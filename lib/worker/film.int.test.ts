import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { stopListening } from '../db/events.ts';
import { resetDatabase } from '../db/testing.ts';
import { localEngine } from '../engines/local/local-engine.ts';
import { registerEngine } from '../engines/registry.ts';
import { stopSender } from '../jobs/boss.ts';
import { createManifest, getManifest } from '../manifests/manifest-service.ts';
import { processManifest } from '../manifests/processing-service.ts';
import {
  generate,
  getProject,
  getSnapshot,
  resumeProject,
  retryProject,
} from '../projects/project-service.ts';
import { orderScenes } from '../projects/scene-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { type GenerateInput, generateSchema } from '../schemas/project.ts';
import { type RunningWorker, startWorker } from './start-worker.ts';

/** A film of four seconds takes about as long on two idle cores; a busy machine may have much less to give. */
const SLOW_MACHINE_MS = 200_000;

/** The smallest film there is: two shots of two seconds. */
const SHORT: GenerateInput = {
  prompt: 'A harbour at dusk. @CHAR_01 waits.',
  aspect_ratio: '1:1',
  clip_duration: 2,
  total_duration: 4,
  seed: 7,
};

let worker: RunningWorker;
beforeAll(async () => {
  worker = await startWorker({ concurrency: 2 });
});
beforeEach(resetDatabase);
afterAll(async () => {
  await worker.stop();
  await Promise.all([stopSender(), stopListening()]);
});

const start = async (input: Partial<GenerateInput> = {}, images?: Parameters<typeof generate>[1]) =>
  (await generate(generateSchema.parse({ ...SHORT, ...input }), images)).project_id;
const ended = async (id: string, ...statuses: string[]) => {
  await expect
    .poll(async () => (await getProject(id)).status, { timeout: 170_000, interval: 100 })
    .toSatisfy((s: string) => statuses.includes(s));
  return getProject(id);
};

it('a manifest becomes a film, and all it is made of is in the store', {
  timeout: SLOW_MACHINE_MS,
}, async () => {
  const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' }, await anImage('#a33'));
  await createAsset(manifest_id, { name: 'Harbour', asset_type: 'ENVIRONMENT' }, await anImage('#33a'));
  await processManifest(manifest_id, 'all');
  await expect.poll(async () => (await getManifest(manifest_id)).status, { timeout: 20_000 }).toBe('READY');

  const id = await start({ manifest_id });
  const film = await ended(id, 'complete', 'failed', 'partial');
  expect(film).toMatchObject({ status: 'complete', manifest_version: 1, scenes_total: 2, scenes_done: 2 });
  expect(film.stages.manifesting).toMatchObject({ state: 'skipped', note: 'Skipped, manifest was ready' });
  for (const stage of ['storyboard', 'keyframes', 'clips', 'stitch'] as const)
    expect(film.stages[stage], stage).toMatchObject({ state: 'done', finished_at: expect.any(String) });
  const urls = film.scenes.flatMap((s) => [...s.keyframes, ...s.clips].map((step) => step.url));
  expect(urls).toHaveLength(6);
  for (const url of [...urls, `/api/blobs/${film.film_hash}`])
    expect(await blobStore().has(url?.split('/').at(-1) ?? ''), url ?? 'none').toBe(true);
  expect(film.film_seconds).toBeGreaterThan(4);
  expect(film.scenes[1]?.starts_at).toBeGreaterThan(film.scenes[0]?.starts_at ?? 99);
  expect((await getManifest(manifest_id)).times_used).toBe(1);

  // What it shows stays what it shows, whatever becomes of its scenes.
  const filmed = film.scenes.map(({ scene_id, title, starts_at, duration }) => ({
    scene_id,
    title,
    starts_at,
    duration,
  }));
  expect(film.film_scenes).toEqual(filmed);
  await orderScenes(id, filmed.map((scene) => scene.scene_id).reverse());
  expect(await getProject(id)).toMatchObject({ is_film_stale: true, film_scenes: filmed });
});

it('a film without a manifest needs no preparation', { timeout: SLOW_MACHINE_MS }, async () => {
  const film = await ended(await start(), 'complete', 'failed');
  expect(film.status).toBe('complete');
  expect(film.stages.manifesting).toMatchObject({ state: 'skipped', note: 'Nothing to prepare' });
  expect(film.snapshot_digest).toBeNull();
});

it('images given with the prompt become a hidden manifest that the film is made from', {
  timeout: SLOW_MACHINE_MS,
}, async () => {
  const images = [await anImage('#a33', 'character-mara.png'), await anImage('#33a', 'harbour.png')];
  const id = await start({ run_through: 'storyboard' }, images);
  const film = await ended(id, 'staged', 'failed');
  expect(film.status).toBe('staged');
  expect(film.stages.manifesting).toMatchObject({ state: 'done' });
  const { snapshot, manifest_id } = await getSnapshot(id);
  expect(snapshot.assets.map((a) => [a.manifest_tag, a.name])).toEqual([
    ['CHAR_01', 'Mara'],
    ['ENV_01', 'Harbour'],
  ]);
  expect(snapshot.assets.every((a) => a.palette !== null)).toBe(true);
  expect(await getManifest(manifest_id)).toMatchObject({
    owner_project_id: id,
    times_used: 1,
    status: 'READY',
  });
});

it('a film stops after the stage that was asked for and goes on from there', {
  timeout: SLOW_MACHINE_MS,
}, async () => {
  const id = await start({ run_through: 'keyframes' });
  const staged = await ended(id, 'staged', 'failed');
  expect(staged.scenes.flatMap((s) => s.keyframes.map((k) => k.state))).toEqual(Array(4).fill('done'));
  expect(staged.scenes.flatMap((s) => s.clips.map((c) => c.state))).toEqual(Array(2).fill('waiting'));
  await resumeProject(id);
  const film = await ended(id, 'complete', 'failed');
  expect(film.status).toBe('complete');
  expect(film.scenes.map((s) => s.keyframes)).toEqual(staged.scenes.map((s) => s.keyframes));
});

it('a film with a scene missing is stitched without it, and whole once it is retried', {
  timeout: 2 * SLOW_MACHINE_MS,
}, async () => {
  let fails = true;
  registerEngine('flaky', async () => ({
    ...localEngine,
    id: 'flaky',
    clip: async (input, ports) => {
      if (fails && input.scene.index === 0) throw new Error('The test wants this clip to fail.');
      return localEngine.clip(input, ports);
    },
  }));
  const input = generateSchema.parse(SHORT);
  const { project_id: id } = await generate({ ...input, engine: 'flaky' as 'local' });
  const partial = await ended(id, 'partial', 'complete', 'failed');
  expect(partial).toMatchObject({ status: 'partial', scenes_done: 1, error_code: 'scene-failed' });
  expect(partial.film_url).toBe(`/api/projects/${id}/film`);
  fails = false;
  await retryProject(id);
  const whole = await ended(id, 'complete', 'partial', 'failed');
  expect(whole).toMatchObject({ status: 'complete', scenes_done: 2, error_message: null });
  expect(whole.film_hash).not.toBe(partial.film_hash);
  expect((whole.film_seconds ?? 0) - (partial.film_seconds ?? 0)).toBeCloseTo(
    whole.scenes[0]?.duration ?? 0,
    1,
  );
  expect(whole.scenes[1]?.clips).toEqual(partial.scenes[1]?.clips);
});
