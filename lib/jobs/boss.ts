import { fromPrisma, PgBoss } from 'pg-boss';
import { databaseUrl } from '../db/database-url.ts';
import type { Tx } from '../db/prisma.ts';
import { logger } from '../server/logger.ts';
import { type JobPayload, QUEUES, type QueueName } from './queues.ts';

/** Kept on globalThis because the dev server loads this module anew on every change. */
const shared = globalThis as { vidpipeSender?: Promise<PgBoss> | undefined };

/**
 * Sends only: it never supervises or works. It has one connection of its own, because a transaction that waits for it
 * holds one of the pool already.
 */
function sender(): Promise<PgBoss> {
  shared.vidpipeSender ??= start().catch((error: unknown) => {
    shared.vidpipeSender = undefined;
    throw error;
  });
  return shared.vidpipeSender;
}

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    application_name: 'vidpipe-sender',
    max: 1,
    connectionTimeoutMillis: 5_000,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (err) => logger.warn({ err }, 'queue sender'));
  return boss.start();
}

/**
 * Enqueues jobs in the transaction of what they belong to: they exist exactly when it commits. Of the waiting jobs of a
 * queue the highest of `priorities` goes first; jobs enqueued together have no order otherwise.
 */
export async function enqueueMany<Q extends QueueName>(
  tx: Tx,
  queue: Q,
  payloads: JobPayload<Q>[],
  { priorities = [] }: { priorities?: number[] } = {},
): Promise<void> {
  if (payloads.length === 0) return;
  const boss = await sender();
  const jobs = payloads.map((data, i) => ({ data: QUEUES[queue].parse(data), priority: priorities[i] ?? 0 }));
  await boss.insert(queue, jobs, { db: fromPrisma(tx) });
}

/** One job; see `enqueueMany`. */
export const enqueue = <Q extends QueueName>(tx: Tx, queue: Q, payload: JobPayload<Q>): Promise<void> =>
  enqueueMany(tx, queue, [payload]);

/** Closes the sender, for the end of a process or a test. */
export async function stopSender(): Promise<void> {
  const started = shared.vidpipeSender;
  shared.vidpipeSender = undefined;
  await (await started?.catch(() => undefined))?.stop({ graceful: false });
}
