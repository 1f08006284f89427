import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { databaseUrl } from '../db/database-url.ts';
import { db } from '../db/prisma.ts';
import { stopSender } from '../jobs/boss.ts';
import { createManifest } from '../manifests/manifest-service.ts';
import { processManifest } from '../manifests/processing-service.ts';
import { getProject } from '../projects/project-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { runAlone } from './run-alone.ts';
import { registerTestEngine } from './testing-engine.ts';
import { endBackoff, expireHeartbeats } from './testing-kills.ts';
import { driveTo, statusOf, waitingFilm } from './testing-run.ts';

const ARGS = [
  '--import',
  path.join(import.meta.dirname, 'testing-killer.ts'),
  path.join(import.meta.dirname, 'main.ts'),
];

// For the stages before the clips, which this process drives itself.
registerTestEngine();
const client = new pg.Client({ connectionString: databaseUrl() });
let worker: ChildProcess | undefined;
let deaths = 0;

/** As the supervisor does: a worker, and another whenever it dies. */
function keepWorker(): void {
  const env = { ...process.env, WORKER_CONCURRENCY: '2', LOG_LEVEL: 'silent' };
  const begun = spawn(process.execPath, ARGS, { env, stdio: 'inherit' });
  worker = begun;
  begun.once('exit', async (_code, signal) => {
    if (signal !== 'SIGKILL' || worker !== begun) return;
    deaths += 1;
    // The time after which a silent worker counts as dead has passed.
    await expireHeartbeats(client);
    keepWorker();
  });
}

beforeAll(() => client.connect());
afterAll(async () => {
  const last = worker;
  worker = undefined;
  last?.kill('SIGKILL');
  await client.end();
  await stopSender();
});

it('a shot that kills its worker fails by itself; what dies with it, however often, does not', {
  timeout: 200_000,
}, async () => {
  const unlucky = await waitingFilm({ prompt: 'Rain.', total_duration: 2, run_through: 'clips' });
  await driveTo(unlucky, 'video_gen');
  // As the sixtieth dead worker left it.
  await client.query(`
    UPDATE pgboss.job SET state = 'active', retry_count = 60, started_on = now(),
      heartbeat_on = now() - interval '1 hour' WHERE name = 'clip'`);
  const deadly = await waitingFilm({ run_through: 'clips' });
  await driveTo(deadly, 'video_gen');
  keepWorker();
  const rest = async () => {
    await endBackoff(client);
    return [await statusOf(unlucky), await statusOf(deadly)];
  };
  await expect.poll(rest, { timeout: 150_000, interval: 100 }).toEqual(['staged', 'partial']);
  expect(deaths).toBe(2);
  const { scenes, error_message } = await getProject(deadly);
  const clips = scenes.flatMap((s) => s.clips);
  expect(clips.map((c) => c.state)).toEqual(['done', 'failed']);
  expect(clips[1]?.error).toMatch(/its process \(SIGKILL\)/);
  expect(error_message).toBe(`Scene 2: ${clips[1]?.error}`);
});

it('a job that throws every time is given up as well', { timeout: 120_000 }, async () => {
  const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const image = await anImage('#a33');
  await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' }, image);
  const { task_id: run_id } = await processManifest(manifest_id, 'all');
  // Its contact sheet cannot be drawn.
  await rm(await blobStore().localPath(image.master.hash));
  await runAlone('finish-processing', { manifest_id, run_id }, new AbortController().signal);
  const { status, contactSheetHash } = await db().manifest.findUniqueOrThrow({ where: { id: manifest_id } });
  // ERROR when a worker looked at the image in between.
  expect(['DRAFT', 'ERROR']).toContain(status);
  expect(contactSheetHash).toBeNull();
});
