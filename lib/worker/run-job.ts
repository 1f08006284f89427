import { importImage } from '../assets/import-image-service.ts';
import { db } from '../db/prisma.ts';
import { enqueue } from '../jobs/boss.ts';
import { type JobPayload, QUEUES, type QueueName } from '../jobs/queues.ts';
import { analyseAsset, finishProcessing } from '../manifests/processing-worker.ts';
import { hashFilmJob } from './hash-film-job.ts';
import type { JobContext } from './job-context.ts';
import { sweep } from './maintenance.ts';
import { makeClipJob } from './make-clip-job.ts';
import { makeKeyframeJob } from './make-keyframe-job.ts';
import { runProjectJob } from './run-project-job.ts';
import { stitchJob } from './stitch-job.ts';

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

/** Does one job, in this process. `data` is checked against its queue's schema. */
export async function runJob<Q extends QueueName>(
  queue: Q,
  data: unknown,
  context: JobContext,
): Promise<void> {
  await HANDLERS[queue](QUEUES[queue].parse(data) as JobPayload<Q>, context);
}

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
