import { type ChildProcess, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tempFolder } from '../blobs/disk-store.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { databaseUrl } from '../db/database-url.ts';
import { db } from '../db/prisma.ts';
import { stopSender } from '../jobs/boss.ts';
import { generate, getProject } from '../projects/project-service.ts';
import { generateSchema } from '../schemas/project.ts';
import {
  closeGate,
  endBackoff,
  expireHeartbeats,
  framesHash,
  type Gate,
  installGates,
  isHeld,
  openGate,
  readJournal,
  startJournal,
} from './testing-kills.ts';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const WAIT = { timeout: 120_000, interval: 100 };
/** Every boundary of a run, in its order: what is about to be written is lost with the worker. */
const GATES: Gate[] = [
  { name: 'before the storyboard is written', table: 'projects', from: 'storyboarding', to: 'keyframing' },
  { name: 'before a keyframe is claimed', table: 'keyframes', from: 'waiting', to: 'running' },
  { name: 'after its blob, before its row', table: 'keyframes', from: 'running', to: 'done' },
  { name: 'between keyframes and clips', table: 'projects', from: 'keyframing', to: 'video_gen' },
  { name: 'before a clip is claimed', table: 'clips', from: 'waiting', to: 'running' },
  { name: 'after its blob, before its row', table: 'clips', from: 'running', to: 'done' },
  { name: 'between clips and the stitch', table: 'projects', from: 'video_gen', to: 'stitching' },
  { name: 'before the film is written', table: 'projects', from: 'stitching', to: 'complete' },
];

const client = new pg.Client({ connectionString: databaseUrl() });
let worker: ChildProcess | undefined;

beforeAll(async () => {
  await client.connect();
  await startJournal(client);
  await installGates(client);
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await client.end();
  await stopSender();
});

function startWorkerProcess(): void {
  const env = { ...process.env, WORKER_CONCURRENCY: '1', LOG_LEVEL: 'silent' };
  worker = spawn(process.execPath, [MAIN], { env, stdio: 'inherit' });
}
async function killWorker(): Promise<void> {
  const gone = new Promise((resolve) => worker?.once('exit', resolve));
  worker?.kill('SIGKILL');
  await gone;
}

const startFilm = async () => {
  const input = { prompt: 'Rain. Sun.', aspect_ratio: '1:1', clip_duration: 2, total_duration: 4, seed: 3 };
  return (await generate(generateSchema.parse(input))).project_id;
};
const isComplete = (id: string) =>
  expect
    .poll(async () => (await getProject(id)).status, { timeout: 120_000, interval: 100 })
    .toBe('complete');
const madeOf = async (id: string) =>
  (await getProject(id)).scenes.flatMap((s) => [...s.keyframes, ...s.clips].map((step) => step.url));
const framesOf = async (id: string) =>
  framesHash(await blobStore().localPath((await getProject(id)).film_hash ?? ''));

it('a film whose worker is killed at every boundary is the same film, and nothing finished is made twice', {
  timeout: 600_000,
}, async () => {
  const id = await startFilm();
  for (const gate of GATES) {
    await closeGate(client, gate);
    startWorkerProcess();
    const hurry = async () => {
      await endBackoff(client);
      return isHeld(client);
    };
    await expect.poll(hurry, { ...WAIT, message: gate.name }).toBe(true);
    await killWorker();
    await openGate(client);
    await expireHeartbeats(client);
  }
  // The last one right after the film is written, before its job is told done.
  startWorkerProcess();
  await isComplete(id);
  await killWorker();
  await expireHeartbeats(client);
  startWorkerProcess();

  const { claims, undone } = await readJournal(client);
  expect(undone).toBe(0);
  // Six steps, and four that were claimed by a worker which was killed before it had written them.
  expect(claims).toBe(6 + 4);

  const calm = await startFilm();
  await isComplete(calm);
  expect(await madeOf(id)).toEqual(await madeOf(calm));
  expect(await framesOf(id)).toBe(await framesOf(calm));
  expect((await getProject(id)).status).toBe('complete');
  expect(await db().project.count({ where: { attempt: { gt: 1 } } })).toBe(0);
  expect(await readdir(tempFolder(path.join(process.env.DATA_DIR ?? '', 'blobs')))).toEqual([]);
});
