import { beforeEach, expect, it } from 'vitest';
import { db, type Tx } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { createManifest } from '../manifests/manifest-service.ts';
import { toAppError } from './to-app-error.ts';

beforeEach(resetDatabase);

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => toAppError(error, 'request-1'),
  );

it.each([
  ['by SQL', (tx: Tx) => tx.$executeRaw`UPDATE manifests SET name = 'B'`],
  ['by the client', (tx: Tx) => tx.manifest.updateMany({ data: { name: 'B' } })],
])('a row that stays locked %s says to try again later', async (_, write) => {
  await createManifest({ name: 'A', category: 'CUSTOM' });
  const failure = await db().$transaction(async (holder) => {
    await holder.$executeRaw`SELECT id FROM manifests FOR UPDATE`;
    return failureOf(
      db().$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL lock_timeout = '50ms'`;
        await write(tx);
      }),
    );
  });
  expect(failure).toMatchObject({ code: 'unavailable', status: 503 });
});

it.each([
  ['by SQL', (tx: Tx) => tx.$executeRaw`UPDATE manifests SET name = 'B'`],
  ['by the client', (tx: Tx) => tx.manifest.updateMany({ data: { name: 'B' } })],
])('a transaction that lost against another %s says to try again later', async (_, write) => {
  await createManifest({ name: 'A', category: 'CUSTOM' });
  const failure = await failureOf(
    db().$transaction(
      async (tx) => {
        await tx.manifest.count();
        await db().manifest.updateMany({ data: { name: 'C' } });
        await write(tx);
      },
      { isolationLevel: 'RepeatableRead' },
    ),
  );
  expect(failure).toMatchObject({ code: 'unavailable', status: 503 });
});
