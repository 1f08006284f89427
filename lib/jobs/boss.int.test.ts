import { afterAll, beforeEach, expect, it } from 'vitest';
import { databaseUrl } from '../db/database-url.ts';
import { notifyProject, stopListening, subscribe } from '../db/events.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { enqueue, enqueueMany, stopSender } from './boss.ts';
import { installQueues } from './install.ts';

const ID = '019c0000-0000-7000-8000-000000000000';
const queued = async (name: string) => {
  const rows = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE name = ${name} AND state = 'created'`;
  return rows[0]?.n;
};

beforeEach(resetDatabase);
afterAll(async () => {
  await Promise.all([stopSender(), stopListening()]);
});

it('a job exists exactly when its transaction commits', async () => {
  await expect(
    db().$transaction(async (tx) => {
      await enqueue(tx, 'run-project', { project_id: ID, attempt: 1 });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await queued('run-project')).toBe(0);
  await db().$transaction((tx) => enqueue(tx, 'run-project', { project_id: ID, attempt: 1 }));
  expect(await queued('run-project')).toBe(1);
});

it('a job that its queue does not know is refused', async () => {
  const payloads = [{ project_id: 'x', attempt: 1 }];
  await expect(db().$transaction((tx) => enqueueMany(tx, 'run-project', payloads))).rejects.toThrow();
});

it('more transactions than connections can enqueue their first job at once', async () => {
  await stopSender();
  await Promise.all(
    Array.from({ length: 30 }, () =>
      db().$transaction((tx) => enqueue(tx, 'run-project', { project_id: ID, attempt: 1 }), {
        maxWait: 20_000,
      }),
    ),
  );
  expect(await queued('run-project')).toBe(30);
});

it('the queues can be installed by several processes at once, and again', async () => {
  await Promise.all([1, 2, 3].map(() => installQueues(databaseUrl())));
});

it('a change is heard when it commits, by its subscribers only, until they unsubscribe', async () => {
  let heard = 0;
  let others = 0;
  const unsubscribe = subscribe('project', ID, () => heard++);
  subscribe('manifest', ID, () => others++);
  await expect.poll(() => heard).toBe(1); // the first connection
  const settled = others;
  await db().$transaction((tx) => notifyProject(tx, ID));
  await expect.poll(() => heard).toBe(2);
  expect(others).toBe(settled);
  unsubscribe();
  await db().$transaction((tx) => notifyProject(tx, ID));
  await db().$transaction((tx) => notifyProject(tx, ID.replace('c', 'd')));
  expect(heard).toBe(2);
});

it('a lost connection is opened again and its subscribers look again', async () => {
  let heard = 0;
  subscribe('project', ID, () => heard++);
  await db().$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vidpipe-events'`;
  await expect.poll(() => heard, { timeout: 5_000 }).toBeGreaterThan(0);
  const before = heard;
  await db().$transaction((tx) => notifyProject(tx, ID));
  await expect.poll(() => heard).toBeGreaterThan(before);
});
