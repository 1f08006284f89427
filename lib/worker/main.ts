import { stopListening } from '../db/events.ts';
import { disconnect } from '../db/prisma.ts';
import { stopSender } from '../jobs/boss.ts';
import { env } from '../server/env.ts';
import { logger } from '../server/logger.ts';
import { startWorker } from './start-worker.ts';

/** The supervisor and most container hosts kill what takes longer. */
const LEAVE_WITHIN_MS = 14_000;

const worker = await startWorker({ concurrency: env.WORKER_CONCURRENCY });
logger.info({ concurrency: env.WORKER_CONCURRENCY, pid: process.pid }, 'worker ready');

let isLeaving = false;

async function leave(): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  logger.info('worker stops');
  setTimeout(() => process.exit(1), LEAVE_WITHIN_MS).unref();
  await worker.stop();
  await Promise.all([stopSender(), stopListening(), disconnect()]);
  process.exit(0);
}

process.on('SIGTERM', leave);
process.on('SIGINT', leave);
