import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { db } from '../db/prisma.ts';
import { stopSender } from '../jobs/boss.ts';
import { generate, getProject } from '../projects/project-service.ts';
import { generateSchema } from '../schemas/project.ts';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const WAIT = { timeout: 120_000, interval: 100 };
const started: ChildProcess[] = [];

function startProcess(): ChildProcess {
  const worker = spawn(process.execPath, [MAIN], {
    env: { ...process.env, WORKER_CONCURRENCY: '1', LOG_LEVEL: 'silent' },
    stdio: 'inherit',
  });
  started.push(worker);
  return worker;
}

const exitOf = (worker: ChildProcess) =>
  new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    worker.once('exit', (code, signal) => resolve({ code, signal })),
  );

afterAll(async () => {
  for (const worker of started) worker.kill('SIGKILL');
  await stopSender();
});

const startFilm = async (run_through: 'clips' | null) => {
  const prompt = 'A door opens. Rain falls outside. The lamp goes out.';
  const input = { prompt, aspect_ratio: '1:1', clip_duration: 2, total_duration: 6, run_through } as const;
  return (await generate(generateSchema.parse(input))).project_id;
};
const clipsOf = async (id: string) => (await getProject(id)).scenes.flatMap((s) => s.clips);

it('a film whose worker is killed is finished by another, which keeps all that was done', {
  timeout: 240_000,
}, async () => {
  const id = await startFilm(null);
  const first = startProcess();
  const isInTheMiddle = async () => {
    const clips = await clipsOf(id);
    return clips.some((c) => c.state === 'done') && clips.some((c) => c.state === 'running');
  };
  await expect.poll(isInTheMiddle, WAIT).toBe(true);
  first.kill('SIGKILL');
  await exitOf(first);

  const left = await getProject(id);
  const doneThen = left.scenes.flatMap((s) => [...s.keyframes, ...s.clips]).filter((s) => s.state === 'done');
  const hit = left.scenes.flatMap((s) => s.clips).filter((c) => c.state === 'running');
  expect(left.status, 'the kill hit the run').toBe('video_gen');
  expect(hit, 'the kill hit a clip').toHaveLength(1);
  expect(doneThen.length).toBeGreaterThanOrEqual(7);

  const second = startProcess();
  const killedAt = Date.now();
  const isTakenOver = async () => {
    const clip = (await clipsOf(id)).find((c) => c.clip_id === hit[0]?.clip_id);
    return clip?.state === 'done' || clip?.started_at !== hit[0]?.started_at;
  };
  await expect.poll(isTakenOver, WAIT).toBe(true);
  expect(Date.now() - killedAt, 'another worker takes it over soon').toBeLessThan(30_000);
  await expect.poll(async () => (await getProject(id)).status, WAIT).toBe('complete');

  const whole = await getProject(id);
  const all = whole.scenes.flatMap((s) => [...s.keyframes, ...s.clips]);
  // The same picture, and the same start: it was not made a second time.
  for (const step of doneThen) expect(all).toContainEqual(step);
  expect(await db().project.count({ where: { status: { notIn: ['complete'] } } })).toBe(0);
  second.kill('SIGTERM');
  expect(await exitOf(second)).toEqual({ code: 0, signal: null });
});

it('a worker that is told to stop leaves within 20 s and gives back what it could not finish', {
  timeout: 120_000,
}, async () => {
  const id = await startFilm('clips');
  const worker = startProcess();
  await expect.poll(async () => (await clipsOf(id)).some((c) => c.state === 'running'), WAIT).toBe(true);
  const told = Date.now();
  worker.kill('SIGTERM');
  expect(await exitOf(worker)).toEqual({ code: 0, signal: null });
  expect(Date.now() - told).toBeLessThan(20_000);
  const states = (await clipsOf(id)).map((c) => c.state);
  expect(states).not.toContain('running');
  expect(states).not.toContain('failed');
});
