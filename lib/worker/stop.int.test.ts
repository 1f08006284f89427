import pLimit from 'p-limit';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import { getManifest } from '../manifests/manifest-service.ts';
import { seededRandom } from '../media/seeded-random.ts';
import { findQuickUpload } from '../projects/advance.ts';
import {
  bringUpToDate,
  deleteProject,
  getProject,
  resumeProject,
  stopProject,
} from '../projects/project-service.ts';
import { stitchJob } from './stitch-job.ts';
import { registerTestEngine } from './testing-engine.ts';
import { driveTo, FIRST, jobsOf, statusOf, waitingFilm } from './testing-run.ts';

const engine = registerTestEngine();

beforeEach(async () => {
  await resetDatabase();
  engine.finished.length = 0;
  engine.clipMs = 0;
  engine.keyframeMs = 0;
});
afterAll(stopSender);

const isRefused = (code: string) => (error: unknown) => {
  expect(error).toMatchObject({ code });
};
const timesFinished = (film: string) => {
  const of = engine.finished.filter((shot) => shot.film === film);
  return of.map(({ kind, scene }) => `${kind} ${scene}`).sort();
};
/** Two keyframes and a clip of each of two scenes, once. */
const ALL_ONCE = ['clip 0', 'clip 1', 'keyframe 0', 'keyframe 0', 'keyframe 1', 'keyframe 1'];

const STAGES = ['pending', 'manifesting', 'storyboarding', 'keyframing', 'video_gen', 'stitching'] as const;

/** A film in this state that no worker has at the moment. */
async function filmIn(stage: (typeof STAGES)[number]): Promise<string> {
  if (stage === 'manifesting') {
    const id = await waitingFilm({}, [await anImage('#a33')]);
    await driveTo(id, stage);
    return id;
  }
  const id = await waitingFilm();
  if (stage === 'storyboarding') {
    engine.storyboardMs = 60_000;
    const [plan] = await jobsOf(id);
    const planning = plan?.();
    await expect.poll(() => statusOf(id)).toBe(stage);
    planned.push(planning ?? Promise.resolve());
    return id;
  }
  await driveTo(id, stage);
  return id;
}
/** Storyboards that are being written while the test goes on. */
const planned: Promise<void>[] = [];

describe.each(STAGES)('a film in %s', (stage) => {
  it('is stopped within two seconds, once, and goes on from there', async () => {
    const id = await filmIn(stage);
    expect(await statusOf(id)).toBe(stage);
    const asked = Date.now();
    await Promise.allSettled([stopProject(id), stopProject(id)]);
    expect(await statusOf(id)).toBe('cancelled');
    await Promise.all(planned.splice(0));
    expect(Date.now() - asked).toBeLessThan(2_000);
    await stopProject(id).then(() => expect.unreachable(), isRefused('invalid-state'));

    engine.storyboardMs = 0;
    const finished = engine.finished.length;
    const resumed = await Promise.allSettled([resumeProject(id), resumeProject(id), bringUpToDate(id)]);
    expect(resumed.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const jobs = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'run-project' AND data @> '{"attempt": 2}'`;
    expect(jobs[0]?.n, 'one run').toBe(1);
    if (stage === 'manifesting') return;
    await driveTo(id, 'stitching');
    expect(await statusOf(id)).toBe('stitching');
    expect(engine.finished.length - finished, 'only what was missing').toBe(6 - finished);
  });

  it('is deleted and does not run on', async () => {
    const id = await filmIn(stage);
    await deleteProject(id);
    await Promise.all(planned.splice(0));
    engine.storyboardMs = 0;
    const row = await db().project.findUniqueOrThrow({ where: { id } });
    expect(row.status).toBe('cancelled');
    const finished = engine.finished.length;
    await resumeProject(id).then(() => expect.unreachable(), isRefused('not-found'));
    await stitchJob({ project_id: id, attempt: 1 }, FIRST);
    expect(engine.finished).toHaveLength(finished);
    expect((await db().project.findUniqueOrThrow({ where: { id } })).outputHash).toBeNull();
  });
});

it('a quick upload that is stopped while it is analysed rests, and resuming analyses it', async () => {
  const id = await filmIn('manifesting');
  const manifest = await findQuickUpload(db(), id);
  expect(manifest?.status).toBe('PROCESSING');
  await stopProject(id);
  expect((await getManifest(manifest?.id ?? '')).status).toBe('DRAFT');
  await resumeProject(id);
  await driveTo(id, 'manifesting');
  expect((await getManifest(manifest?.id ?? '')).status).toBe('PROCESSING');
});

it('a film cannot be resumed while it is stopping', async () => {
  const id = await filmIn('keyframing');
  engine.keyframeMs = 60_000;
  const [, draw] = await jobsOf(id);
  const drawing = draw?.();
  await expect.poll(() => engine.atWork).toBe(1);
  expect(await stopProject(id)).toMatchObject({ status: 'keyframing', stop_requested: true });
  await expect(resumeProject(id)).rejects.toMatchObject({ detail: expect.stringContaining('stopping') });
  await drawing;
  expect(await statusOf(id)).toBe('cancelled');
  await resumeProject(id);
});

/** Enough to meet every edge several times. */
const STOPS = 100;

it('a hundred stops at random moments of a run: none is lost, nothing is lost, nothing is made twice', {
  timeout: 300_000,
}, async () => {
  const random = seededRandom(11);
  engine.clipMs = 6;
  let stopped = 0;
  let late = 0;
  const stopSomewhere = async (n: number) => {
    const title = `Film ${n}`;
    const id = await waitingFilm({ title, run_through: 'clips' });
    const edge = Math.floor(random() * 7);
    const wait = random() * 25;
    const jobs = await jobsOf(id);
    for (const job of jobs.slice(0, edge)) await job();
    const [stop] = await Promise.all([
      new Promise((resolve) => setTimeout(resolve, wait))
        .then(() => stopProject(id))
        .then(
          () => true,
          (error) => {
            expect(error).toMatchObject({ code: 'invalid-state' });
            return false;
          },
        ),
      jobs[edge]?.(),
    ]);
    const before = timesFinished(title).length;
    for (const job of jobs.slice(edge)) await job();
    if (stop) {
      stopped += 1;
      expect(await statusOf(id), title).toBe('cancelled');
      expect(timesFinished(title), 'nothing begins after a stop').toHaveLength(before);
      await resumeProject(id);
      for (const job of await jobsOf(id)) await job();
    } else late += 1;
    expect(await statusOf(id), title).toBe('staged');
    expect(timesFinished(title), title).toEqual(ALL_ONCE);
  };
  const limit = pLimit(4);
  await limit.map([...Array(STOPS).keys()], stopSomewhere);
  expect(stopped, 'most stops met a run').toBeGreaterThan(0.6 * STOPS);
  expect(late + stopped).toBe(STOPS);
});

it('stopping and resuming twenty times in a row loses nothing and makes nothing twice', {
  timeout: 60_000,
}, async () => {
  engine.clipMs = 300;
  const id = await waitingFilm({ title: 'Restless', run_through: 'clips' });
  for (let round = 0; round < 20; round += 1) {
    const jobs = await jobsOf(id);
    // Each round comes one step further at most: its last job is interrupted.
    const running = (async () => {
      for (const job of jobs) await job();
    })();
    await new Promise((resolve) => setTimeout(resolve, 10 * (round % 7)));
    await stopProject(id).catch(isRefused('invalid-state'));
    await running;
    if ((await statusOf(id)) === 'staged') break;
    expect(await statusOf(id)).toBe('cancelled');
    await resumeProject(id);
  }
  for (const job of await jobsOf(id)) await job();
  expect(await statusOf(id)).toBe('staged');
  expect(timesFinished('Restless')).toEqual(ALL_ONCE);
  const { scenes } = await getProject(id);
  expect(scenes.flatMap((s) => [...s.keyframes, ...s.clips]).every((s) => s.state === 'done')).toBe(true);
});

it.each(['storyboard', 'keyframes', 'clips'] as const)(
  'a film stops after its %s when asked to, and goes on',
  async (run_through) => {
    const title = `Until ${run_through}`;
    const id = await waitingFilm({ title, run_through });
    await driveTo(id, 'staged');
    expect(await statusOf(id)).toBe('staged');
    expect(timesFinished(title)).toHaveLength({ storyboard: 0, keyframes: 4, clips: 6 }[run_through]);
    await resumeProject(id);
    await driveTo(id, 'stitching');
    expect(await statusOf(id)).toBe('stitching');
    expect(timesFinished(title)).toEqual(ALL_ONCE);
  },
);
