import { open, rm } from 'node:fs/promises';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { WORKER_APPLICATION } from '../jobs/worker-name.ts';
import { draining } from './draining.ts';
import { logger } from './logger.ts';

export type Readiness = { ready: boolean; checks: { database: boolean; store: boolean; worker: boolean } };

/** Whether the database answers, the store can be written and a worker is connected to the same database; never while this process ends. */
export async function readiness(): Promise<Readiness> {
  const [database, store, worker] = await Promise.all([
    holds('database', async () => (await db().$queryRaw<unknown[]>`SELECT 1`).length === 1),
    holds('store', canWrite),
    holds('worker', async () => {
      const rows = await db().$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE application_name = ${WORKER_APPLICATION} AND datname = current_database() LIMIT 1`;
      return rows.length === 1;
    }),
  ]);
  return { ready: database && store && worker && !draining().aborted, checks: { database, store, worker } };
}

async function canWrite(): Promise<boolean> {
  const path = await blobStore().tempPath();
  await (await open(path, 'wx')).close();
  await rm(path);
  return true;
}

async function holds(name: string, check: () => Promise<boolean>): Promise<boolean> {
  try {
    return await check();
  } catch (err) {
    logger.warn({ err }, `${name} is not ready`);
    return false;
  }
}
