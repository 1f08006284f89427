import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import { generateSchema, PROJECT_STATUSES, type ProjectStatus } from '../schemas/project.ts';
import { generate } from './generate.ts';
import { isLegal, moveProject } from './lifecycle.ts';

let id = '';
beforeAll(async () => {
  await resetDatabase();
  id = (await generate(generateSchema.parse({ prompt: 'It rains.' }))).project_id;
});
afterAll(stopSender);

const put = (status: ProjectStatus) =>
  db().project.update({ where: { id }, data: { status, attempt: 1, title: 'before' } });
const rowNow = () =>
  db().project.findUniqueOrThrow({ where: { id }, select: { status: true, title: true, attempt: true } });
const move = (from: ProjectStatus, to: ProjectStatus, attempt = 1) =>
  db().$transaction((tx) => moveProject(tx, { id, attempt, from: [from], to }, { title: 'after' }));

const MOVES = PROJECT_STATUSES.flatMap((from) => PROJECT_STATUSES.map((to) => [from, to] as const));

it.each(MOVES)(
  '%s → %s moves the row when it is legal and leaves it untouched when it is not',
  async (from, to) => {
    await put(from);
    if (isLegal(from, to)) {
      expect(await move(from, to)).toBe(true);
      expect(await rowNow()).toEqual({ status: to, title: 'after', attempt: 1 });
    } else {
      await expect(move(from, to)).rejects.toThrow(`A film never goes from ${from} to ${to}.`);
      expect(await rowNow()).toEqual({ status: from, title: 'before', attempt: 1 });
    }
  },
);

it('a move from a state that the film has left, or of an older attempt, does nothing', async () => {
  await put('cancelled');
  expect(await move('video_gen', 'stitching')).toBe(false);
  await put('video_gen');
  expect(await move('video_gen', 'stitching', 2)).toBe(false);
  expect(await rowNow()).toEqual({ status: 'video_gen', title: 'before', attempt: 1 });
});

it('of twenty who make the same move at once, one makes it', async () => {
  await put('video_gen');
  const moved = await Promise.all(Array.from({ length: 20 }, () => move('video_gen', 'stitching')));
  expect(moved.filter(Boolean)).toHaveLength(1);
});
