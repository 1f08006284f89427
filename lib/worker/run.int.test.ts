import { expect, it } from 'vitest';
import { db } from '../db/prisma.ts';
import {
  deleteProject,
  generate,
  getProject,
  resumeProject,
  retryProject,
  stopProject,
} from '../projects/project-service.ts';
import { generateSchema } from '../schemas/project.ts';
import { withTestWorker } from './testing-worker.ts';

const engine = withTestWorker();

/** Three shots, no stitch. */
async function startFilm(): Promise<string> {
  const input = generateSchema.parse({
    prompt: 'A door opens. Rain falls outside. The lamp goes out.',
    clip_duration: 2,
    total_duration: 6,
    run_through: 'clips',
  });
  return (await generate({ ...input, engine: 'test' as 'local' })).project_id;
}

const until = async (id: string, status: string) => {
  await expect
    .poll(async () => (await getProject(id)).status, { timeout: 20_000, interval: 50 })
    .toBe(status);
  return getProject(id);
};
const clipsOf = async (id: string) => (await getProject(id)).scenes.flatMap((s) => s.clips);
const isRunning = (clip: { state: string }) => clip.state === 'running';

it('a film that is stopped in the middle of a clip rests within two seconds, and resuming makes only the rest', async () => {
  engine.clipMs = 60_000;
  const id = await startFilm();
  await expect.poll(async () => (await clipsOf(id)).some(isRunning), { timeout: 20_000 }).toBe(true);
  const asked = Date.now();
  await stopProject(id);
  const stopped = await until(id, 'cancelled');
  expect(Date.now() - asked).toBeLessThan(2_500);
  expect(stopped.stages.clips?.state).toBe('stopped');
  expect((await clipsOf(id)).map((c) => c.state)).toEqual(['waiting', 'waiting', 'waiting']);
  const frames = stopped.scenes.map((s) => s.keyframes);

  engine.clipMs = 0;
  await resumeProject(id);
  const done = await until(id, 'staged');
  expect(done.scenes.map((s) => s.keyframes)).toEqual(frames);
  for (const scene of [0, 1, 2]) expect(engine.times('keyframe', scene)).toBe(2);
  expect((await clipsOf(id)).map((c) => c.state)).toEqual(['done', 'done', 'done']);
});

it('a scene that fails costs the film only that scene, and retrying makes only that', async () => {
  engine.fails = ({ kind, scene }) => kind === 'keyframe' && scene === 1;
  const id = await startFilm();
  const partial = await until(id, 'partial');
  expect(partial.error_message).toBe('Scene 2: The keyframe could not be made.');
  expect(partial.scenes.flatMap((s) => s.clips.map((c) => c.state))).toEqual(['done', 'failed', 'done']);
  expect(partial.stages.keyframes?.state).toBe('partial');

  engine.fails = () => false;
  await retryProject(id);
  const whole = await until(id, 'staged');
  expect(whole).toMatchObject({ scenes_done: 3, error_message: null });
  expect(engine.times('clip', 0)).toBe(1);
  expect(engine.times('clip', 1)).toBe(1);
  expect(engine.times('keyframe', 0)).toBe(2);
  expect(whole.stages.keyframes?.state).toBe('done');
});

it('a film of which nothing succeeds fails and says why', async () => {
  engine.fails = () => true;
  const id = await startFilm();
  const failed = await until(id, 'failed');
  expect(failed).toMatchObject({ error_code: 'scene-failed', film_url: null });
  expect(failed.stages.keyframes?.state).toBe('failed');
});

it('a clip says how far it is while it is made', async () => {
  engine.clipMs = 4_000;
  const id = await startFilm();
  const seen = new Set<number>();
  await expect
    .poll(
      async () => {
        for (const clip of await clipsOf(id)) if (isRunning(clip)) seen.add(clip.progress);
        return seen.size;
      },
      { timeout: 20_000, interval: 50 },
    )
    .toBeGreaterThan(3);
  expect(Math.max(...seen)).toBeLessThan(1);
  await stopProject(id);
});

it('a film that is deleted while it runs does not run on', async () => {
  engine.clipMs = 60_000;
  const id = await startFilm();
  await expect.poll(async () => (await clipsOf(id)).some(isRunning), { timeout: 20_000 }).toBe(true);
  await deleteProject(id);
  const statusOf = async () => (await db().project.findUniqueOrThrow({ where: { id } })).status;
  await expect.poll(statusOf, { timeout: 5_000 }).toBe('cancelled');
  expect(engine.times('clip', 2)).toBe(0);
});
