import { afterEach, beforeEach, expect, it } from 'vitest';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { limitEngine } from '../engines/engine-limits.ts';
import { stopSender } from '../jobs/boss.ts';
import { getProject, stopProject } from '../projects/project-service.ts';
import { type RunningWorker, startWorker } from './start-worker.ts';
import { registerTestEngine } from './testing-engine.ts';
import { statusOf, waitingFilm } from './testing-run.ts';

const engine = registerTestEngine();
const workers: RunningWorker[] = [];

beforeEach(async () => {
  await resetDatabase();
  engine.finished.length = 0;
  engine.mostAtWork = 0;
  engine.clipMs = 0;
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  limitEngine('test', null);
  await stopSender();
});

const startWorkers = async (count: number, concurrency: number) => {
  for (let i = 0; i < count; i += 1) workers.push(await startWorker({ concurrency }));
};
const film = (title: string, scenes: number) =>
  waitingFilm({ title, clip_duration: 2, total_duration: 2 * scenes, run_through: 'clips' });
const isStaged = (id: string) =>
  expect.poll(() => statusOf(id), { timeout: 60_000, interval: 50 }).toBe('staged');

/** Seconds from the first clip's start to the last one's end. */
async function clipSeconds(id: string): Promise<number> {
  const clips = (await getProject(id)).scenes.flatMap((s) => s.clips);
  const starts = clips.map((c) => Date.parse(c.started_at ?? ''));
  const ends = clips.map((c) => Date.parse(c.finished_at ?? ''));
  return (Math.max(...ends) - Math.min(...starts)) / 1000;
}

it('two workers on one film take about half the time of one', { timeout: 120_000 }, async () => {
  engine.clipMs = 700;
  await startWorkers(1, 1);
  const alone = await film('One', 8);
  await isStaged(alone);
  await startWorkers(1, 1);
  const together = await film('Two', 8);
  await isStaged(together);
  expect((await clipSeconds(together)) / (await clipSeconds(alone))).toBeLessThan(0.65);
});

it.each([1, 2])(
  'an engine with a limit of %i never makes more at once in two workers, and makes all',
  {
    timeout: 120_000,
  },
  async (limit) => {
    limitEngine('test', limit);
    engine.clipMs = 80;
    await startWorkers(2, 2);
    const films = await Promise.all(['A', 'B'].map((title) => film(title, 5)));
    for (const id of films) await isStaged(id);
    expect(engine.mostAtWork).toBe(limit);
    expect(engine.finished).toHaveLength(2 * 5 * 3);
  },
);

it('films take turns at an engine with a limit: a short one does not wait for a long one', {
  timeout: 120_000,
}, async () => {
  limitEngine('test', 1);
  engine.clipMs = 60;
  await startWorkers(2, 2);
  const long = await film('Long', 20);
  await expect.poll(() => engine.finished.some((s) => s.kind === 'clip'), { timeout: 30_000 }).toBe(true);
  const short = await film('Short', 2);
  await isStaged(short);
  expect(await statusOf(long)).toBe('video_gen');
  expect(engine.finished.filter((s) => s.film === 'Long' && s.kind === 'clip').length).toBeLessThan(16);
  await isStaged(long);
});

it('without a limit two films take turns as well, each in the order of its scenes', {
  timeout: 120_000,
}, async () => {
  engine.clipMs = 60;
  const films = await Promise.all(['A', 'B'].map((title) => film(title, 6)));
  await startWorkers(1, 1);
  for (const id of films) await isStaged(id);
  for (const title of ['A', 'B']) {
    const scenes = engine.finished.filter((s) => s.film === title && s.kind === 'clip').map((s) => s.scene);
    expect(scenes).toEqual([0, 1, 2, 3, 4, 5]);
  }
});

it('a slot that is free goes on when the film it was meant for is stopped', { timeout: 60_000 }, async () => {
  limitEngine('test', 1);
  engine.clipMs = 60_000;
  await startWorkers(1, 2);
  const first = await film('First', 2);
  await expect.poll(() => engine.atWork, { timeout: 20_000 }).toBe(1);
  await expect.poll(() => statusOf(first), { timeout: 20_000 }).toBe('video_gen');
  const second = await film('Second', 2);
  await expect.poll(() => statusOf(second), { timeout: 20_000 }).toBe('keyframing');
  await stopProject(first);
  engine.clipMs = 0;
  await isStaged(second);
  expect(await db().project.count({ where: { status: 'cancelled' } })).toBe(1);
});
