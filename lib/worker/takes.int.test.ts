import { expect, it } from 'vitest';
import { db } from '../db/prisma.ts';
import {
  bringUpToDate,
  generate,
  getProject,
  resumeProject,
  stopProject,
} from '../projects/project-service.ts';
import { anotherTake, chooseTake, removeTake, restoreTake } from '../projects/take-service.ts';
import { generateSchema } from '../schemas/project.ts';
import { findReferenced, sweep } from './maintenance.ts';
import { untilStatus, withTestWorker } from './testing-worker.ts';

const engine = withTestWorker();

const until = (id: string, status: string) => untilStatus(id, status, 20_000);

/** Two shots with their clips, no stitch. */
async function madeFilm() {
  const input = generateSchema.parse({
    prompt: 'A door opens. Rain falls outside.',
    clip_duration: 2,
    total_duration: 4,
    run_through: 'clips',
  });
  const { project_id } = await generate({ ...input, engine: 'test' as 'local' });
  const film = await until(project_id, 'staged');
  const [first, second] = film.scenes;
  if (!first || !second) throw new Error('two scenes');
  return { id: project_id, first: { projectId: project_id, sceneId: first.scene_id }, second };
}

const takesOf = async (id: string, scene = 0) => (await getProject(id)).scenes[scene]?.clips ?? [];

it('another take is made alone, is chosen, and the first one is kept', async () => {
  const { id, first, second } = await madeFilm();
  expect(engine.times('clip', 0)).toBe(1);
  const answer = await anotherTake(first, { seed: 99 });
  expect(answer).toMatchObject({ take: 2, project_status: 'pending' });
  const film = await until(id, 'staged');
  expect(film.scenes[0]?.clips).toMatchObject([
    { take: 1, is_chosen: false, state: 'done', seed: null },
    { take: 2, is_chosen: true, is_wanted: false, state: 'done', seed: 99, is_stale: false },
  ]);
  expect(film.scenes[1]).toEqual(second);
  expect([engine.times('clip', 0), engine.times('clip', 1)]).toEqual([2, 1]);
  expect(engine.made.filter((shot) => shot.kind === 'keyframe')).toHaveLength(4);
  expect(film.run_through).toBe('clips');
});

it('a take without a seed gets one of its own', async () => {
  const { id, first } = await madeFilm();
  await anotherTake(first, {});
  await until(id, 'staged');
  expect((await takesOf(id))[1]?.seed).toBeGreaterThan(-1);
});

it('a take that fails leaves the chosen one chosen and the film whole', async () => {
  const { id, first } = await madeFilm();
  engine.fails = ({ kind }) => kind === 'clip';
  await anotherTake(first, {});
  const film = await until(id, 'staged');
  expect(film.error_message).toBeNull();
  expect(film.scenes[0]?.clips).toMatchObject([
    { take: 1, is_chosen: true, state: 'done' },
    { take: 2, is_chosen: false, state: 'failed', error: 'The clip could not be made.' },
  ]);
  engine.fails = () => false;
  await bringUpToDate(id);
  // The clips of this engine are no films: the stitch fails.
  await until(id, 'failed');
  expect((await takesOf(id))[1]?.state).toBe('failed');
});

it('while the film runs another take is refused, and of two chooses at once one take stays chosen', async () => {
  const { id, first } = await madeFilm();
  await anotherTake(first, {});
  await until(id, 'staged');
  engine.clipMs = 60_000;
  await anotherTake(first, {});
  await expect(anotherTake(first, {})).rejects.toMatchObject({ code: 'invalid-state' });
  await expect(removeTake({ ...first, take: 1 })).rejects.toMatchObject({ code: 'invalid-state' });
  await expect(chooseTake({ ...first, take: 3 })).rejects.toMatchObject({ code: 'invalid-state' });
  const picks = [1, 2, 1, 2, 1, 2].map((take) => chooseTake({ ...first, take }));
  await Promise.all(picks);
  const chosen = (await takesOf(id)).filter((take) => take.is_chosen);
  expect(chosen).toHaveLength(1);
  expect((await takesOf(id))[2]?.is_wanted).toBe(false);
  await stopProject(id);
  await until(id, 'cancelled');
  engine.clipMs = 0;
  await resumeProject(id);
  await expect.poll(async () => (await takesOf(id))[2]?.state, { timeout: 20_000 }).toBe('done');
  // A person chose meanwhile: what was asked for before does not overrule it.
  expect((await takesOf(id)).filter((take) => take.is_chosen)).toMatchObject([{ take: chosen[0]?.take }]);
});

it('a take of an older text that a person chose is kept, until the scene changes again', async () => {
  const { id, first } = await madeFilm();
  const retext = (hash: string) =>
    db().scene.update({ where: { id: first.sceneId }, data: { inputHash: hash.repeat(64) } });
  await anotherTake(first, { seed: 5 });
  await until(id, 'staged');
  await retext('a');
  expect((await takesOf(id))[0]).toMatchObject({ is_older: true, is_stale: true });
  await chooseTake({ ...first, take: 1 });
  expect(await takesOf(id)).toMatchObject([
    { take: 1, is_chosen: true, is_older: true, is_stale: false },
    { take: 2, is_chosen: false, is_older: true, is_stale: true },
  ]);
  await bringUpToDate(id);
  await expect
    .poll(async () => (await getProject(id)).status, { timeout: 20_000 })
    .toMatch(/complete|failed/);
  expect(await takesOf(id)).toHaveLength(2);
  expect((await takesOf(id))[0]?.is_chosen).toBe(true);

  await retext('b');
  expect((await takesOf(id))[0]?.is_stale).toBe(true);
  await bringUpToDate(id);
  await until(id, 'failed');
  expect((await takesOf(id)).map((take) => take.is_chosen)).toEqual([false, false, true]);
});

it('a deleted take is gone, can be restored, and its file is kept until a sweep takes it', async () => {
  const { id, first } = await madeFilm();
  await anotherTake(first, {});
  await until(id, 'staged');
  await expect(removeTake({ ...first, take: 2 })).rejects.toMatchObject({
    code: 'invalid-state',
    detail: 'The film uses this take. Choose another first.',
  });
  const hash = (await takesOf(id))[0]?.url?.split('/').at(-1) ?? '';
  await removeTake({ ...first, take: 1 });
  expect(await takesOf(id)).toMatchObject([{ take: 2 }]);
  await expect(chooseTake({ ...first, take: 1 })).rejects.toMatchObject({ code: 'not-found' });
  expect(await findReferenced([hash])).toEqual(new Set([hash]));
  await restoreTake({ ...first, take: 1 });
  expect(await takesOf(id)).toMatchObject([{ take: 1 }, { take: 2 }]);
  await removeTake({ ...first, take: 1 });
  // Its number is not given again.
  await anotherTake(first, {});
  await until(id, 'staged');
  expect((await takesOf(id)).map((take) => take.take)).toEqual([2, 3]);
  await sweep(Date.now() + 25 * 3_600_000);
  expect(await db().clip.count({ where: { sceneId: first.sceneId } })).toBe(2);
});

it('an unknown scene or take is not found', async () => {
  const { first, second } = await madeFilm();
  const other = { ...first, sceneId: '019c0000-0000-7000-8000-000000000000' };
  await expect(anotherTake(other, {})).rejects.toMatchObject({ code: 'not-found' });
  await expect(chooseTake({ ...other, take: 1 })).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    chooseTake({ projectId: other.sceneId, sceneId: second.scene_id, take: 1 }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(chooseTake({ ...first, take: 9 })).rejects.toMatchObject({ code: 'not-found' });
});
