import { setTimeout as sleep } from 'node:timers/promises';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { databaseUrl } from '../db/database-url.ts';
import { installQueues } from '../jobs/install.ts';
import { DEAD_LETTER_QUEUE, QUEUE_NAMES, type QueueName } from '../jobs/queues.ts';
import { WORKER_APPLICATION } from '../jobs/worker-name.ts';
import { logger } from '../server/logger.ts';
import { startDelivering } from './deliver-webhooks.ts';
import { giveUpJob } from './give-up-job.ts';
import { clearOrphans } from './maintenance.ts';
import { reconcile } from './reconcile.ts';
import { runAlone } from './run-alone.ts';
import { runJob } from './run-job.ts';

const RECONCILE_MS = 30_000;
/** How often dead workers are looked for; with the heartbeat of 10 s a job is given back within about 12 s. */
const SUPERVISE_SECONDS = 2;
/** How often finished jobs that have outlived their use are deleted. */
const CLEAN_SECONDS = 600;
/** NOTIFY wakes a worker at once; this is for retries, which are not notified. */
const POLL_SECONDS = 2;
/** Well below the heartbeat, so that a busy machine is not taken for a dead worker. */
const HEARTBEAT_SECONDS = 3;
/** From this try after the first on, a job may be what ends its workers: it gets a process of its own. */
const ALONE_FROM = 2;
const SWEEP_CRON = '17 * * * *';
/** What running jobs get to finish by themselves before they are given back; the supervisor waits 15 s for both. */
const FINISH_MS = 7_000;
const GIVE_BACK_MS = 5_000;

/** Queues whose jobs keep a core busy; the others have one job at a time. */
const HEAVY: ReadonlySet<QueueName> = new Set(['analyse-asset', 'keyframe', 'clip']);

/** Images that a worker fetches at once: it mostly waits for others' servers. */
const FETCHES = 4;

const atOnce = (queue: QueueName, concurrency: number): number => {
  if (queue === 'fetch-image') return FETCHES;
  return HEAVY.has(queue) ? concurrency : 1;
};

export type RunningWorker = {
  /** Takes no more jobs, lets the running ones finish, gives back what does not finish in time. */
  stop: () => Promise<void>;
};

/** Starts taking jobs. Any number of workers share the queues. */
export async function startWorker({ concurrency }: { concurrency: number }): Promise<RunningWorker> {
  await clearOrphans();
  await installQueues(databaseUrl());
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    application_name: WORKER_APPLICATION,
    max: 6,
    migrate: false,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    maintenanceIntervalSeconds: CLEAN_SECONDS,
  });
  boss.on('error', (err) => logger.warn({ err }, 'queue'));
  boss.on('warning', ({ message, data }) => logger.debug({ data }, message));
  await boss.start();
  const going = new AbortController();
  const running = new Set<Promise<void>>();

  for (const queue of QUEUE_NAMES) for (let i = 0; i < atOnce(queue, concurrency); i++) await take(queue);
  await boss.work(
    DEAD_LETTER_QUEUE,
    {
      includeMetadata: true,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
    },
    async ([job]) => job && giveUpJob(job.sourceName, job.data),
  );
  await boss.schedule('maintenance', SWEEP_CRON, { task: 'sweep' });
  const delivering = startDelivering();
  const timer = setInterval(() => void look(), RECONCILE_MS);
  await look();

  /** One worker of pg-boss; it looks for the next job at once, where its own loop would wait for the next poll. */
  async function take(queue: QueueName): Promise<void> {
    const options = {
      includeMetadata: true,
      batchSize: 1,
      heartbeatRefreshSeconds: HEARTBEAT_SECONDS,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
    } as const;
    const workerId = await boss.work(queue, options, async ([job]: JobWithMetadata<unknown>[]) => {
      if (!job) return;
      const done = handle(queue, job);
      running.add(done);
      await done.finally(() => {
        running.delete(done);
        boss.notifyWorker(workerId);
      });
    });
  }

  async function handle(queue: QueueName, job: JobWithMetadata<unknown>): Promise<void> {
    const since = performance.now();
    const signal = AbortSignal.any([job.signal, going.signal]);
    const log = { queue, job_id: job.id, ...(job.data as object) };
    try {
      if (job.retryCount < ALONE_FROM)
        await runJob(queue, job.data, { isRedelivered: job.retryCount > 0, signal });
      else await runAlone(queue, job.data, signal);
      logger.debug({ ...log, ms: Math.round(performance.now() - since) }, 'job done');
    } catch (err) {
      logger.warn({ ...log, err, tries: job.retryCount + 1 }, 'job failed');
      throw err;
    }
  }

  async function look(): Promise<void> {
    await reconcile().catch((err: unknown) => logger.warn({ err }, 'could not look for lost runs'));
  }

  return {
    async stop() {
      clearInterval(timer);
      const stopped = boss.stop({ graceful: true, timeout: FINISH_MS + GIVE_BACK_MS });
      const delivered = delivering.stop(FINISH_MS);
      await Promise.race([Promise.allSettled(running), sleep(FINISH_MS, undefined, { ref: false })]);
      going.abort();
      await Promise.all([stopped, delivered]);
    },
  };
}
