import { setTimeout as sleep } from 'node:timers/promises';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { importImage } from '../assets/import-image-service.ts';
import { db } from '../db/prisma.ts';
import { databaseUrl, enqueue } from '../jobs/boss.ts';
import { installQueues } from '../jobs/install.ts';
import { DEAD_LETTER_QUEUE, type JobPayload, QUEUES, type QueueName } from '../jobs/queues.ts';
import { WORKER_APPLICATION } from '../jobs/worker-name.ts';
import { analyseAsset, finishProcessing } from '../manifests/processing-worker.ts';
import { logger } from '../server/logger.ts';
import { giveUpJob } from './give-up-job.ts';
import { hashFilmJob } from './hash-film-job.ts';
import type { JobContext } from './job-context.ts';
import { clearOrphans, sweep } from './maintenance.ts';
import { makeClipJob } from './make-clip-job.ts';
import { makeKeyframeJob } from './make-keyframe-job.ts';
import { reconcile } from './reconcile.ts';
import { runProjectJob } from './run-project-job.ts';
import { stitchJob } from './stitch-job.ts';

const RECONCILE_MS = 30_000;
/** How often dead workers are looked for; with the heartbeat of 10 s a job is given back within about 12 s. */
const SUPERVISE_SECONDS = 2;
/** How often finished jobs that have outlived their use are deleted. */
const CLEAN_SECONDS = 600;
/** NOTIFY wakes a worker at once; this is for retries, which are not notified. */
const POLL_SECONDS = 2;
/** Well below the heartbeat, so that a busy machine is not taken for a dead worker. */
const HEARTBEAT_SECONDS = 3;
const SWEEP_CRON = '17 * * * *';
/** What running jobs get to finish by themselves before they are given back; the supervisor waits 15 s for both. */
const FINISH_MS = 7_000;
const GIVE_BACK_MS = 5_000;

type Handlers = { [Q in QueueName]: (payload: JobPayload<Q>, context: JobContext) => Promise<void> };

const HANDLERS: Handlers = {
  'analyse-asset': analyseAsset,
  'finish-processing': finishAndGoOn,
  'fetch-image': ({ asset_id }, { signal }) => importImage(asset_id, signal),
  'run-project': runProjectJob,
  keyframe: makeKeyframeJob,
  clip: makeClipJob,
  stitch: stitchJob,
  'hash-film': hashFilmJob,
  maintenance: () => sweep(),
};

/** Queues whose jobs keep a core busy; the others have one job at a time. */
const HEAVY: ReadonlySet<QueueName> = new Set(['analyse-asset', 'keyframe', 'clip']);

/** Images that a worker fetches at once: it mostly waits for others' servers. */
const FETCHES = 4;

const atOnce = (queue: QueueName, concurrency: number): number => {
  if (queue === 'fetch-image') return FETCHES;
  return HEAVY.has(queue) ? concurrency : 1;
};

/** The end of an analysis; the film that waited for its quick upload goes on. */
async function finishAndGoOn(payload: JobPayload<'finish-processing'>): Promise<void> {
  await finishProcessing(payload);
  const manifest = await db().manifest.findUnique({
    where: { id: payload.manifest_id },
    select: { ownerProjectId: true },
  });
  if (!manifest?.ownerProjectId) return;
  const film = await db().project.findUnique({ where: { id: manifest.ownerProjectId } });
  if (film?.status !== 'manifesting') return;
  await db().$transaction((tx) => enqueue(tx, 'run-project', { project_id: film.id, attempt: film.attempt }));
}

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

  for (const queue of Object.keys(HANDLERS) as QueueName[])
    for (let i = 0; i < atOnce(queue, concurrency); i++) await take(queue);
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
  const timer = setInterval(() => void look(), RECONCILE_MS);
  await look();

  /** One worker of pg-boss; it looks for the next job at once, where its own loop would wait for the next poll. */
  async function take<Q extends QueueName>(queue: Q): Promise<void> {
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

  async function handle<Q extends QueueName>(queue: Q, job: JobWithMetadata<unknown>): Promise<void> {
    const since = performance.now();
    const context = {
      isRedelivered: job.retryCount > 0,
      signal: AbortSignal.any([job.signal, going.signal]),
    };
    const log = { queue, job_id: job.id, ...(job.data as object) };
    try {
      await HANDLERS[queue](QUEUES[queue].parse(job.data) as JobPayload<Q>, context);
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
      await Promise.race([Promise.allSettled(running), sleep(FINISH_MS, undefined, { ref: false })]);
      going.abort();
      await stopped;
    },
  };
}
