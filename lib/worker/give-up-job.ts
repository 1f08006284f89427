import { giveUpImport } from '../assets/import-image-service.ts';
import { db } from '../db/prisma.ts';
import { QUEUES, type QueueName } from '../jobs/queues.ts';
import { giveUpAsset, giveUpProcessing } from '../manifests/processing-worker.ts';
import { failProject } from '../projects/advance.ts';
import { giveUpStep } from '../projects/step-repo.ts';
import { logger } from '../server/logger.ts';

const REASON = 'The worker ended while making it, every time it was tried. Its log has the details.';

/**
 * What is done about a job that no worker can finish: its row says so and why, instead of running for ever.
 * `reason` is for people.
 */
export async function giveUpJob(source: string | null, data: unknown, reason = REASON): Promise<void> {
  logger.error({ queue: source, data, reason }, 'a job failed for good');
  if (source === null || !(source in QUEUES)) return;
  const queue = source as QueueName;
  if (queue === 'keyframe') {
    const { keyframe_id, project_id, attempt } = QUEUES.keyframe.parse(data);
    return giveUpStep({ kind: 'keyframe', id: keyframe_id, projectId: project_id, attempt }, reason);
  }
  if (queue === 'clip') {
    const { clip_id, project_id, attempt } = QUEUES.clip.parse(data);
    return giveUpStep({ kind: 'clip', id: clip_id, projectId: project_id, attempt }, reason);
  }
  if (queue === 'fetch-image') return giveUpImport(QUEUES['fetch-image'].parse(data).asset_id);
  if (queue === 'analyse-asset') return giveUpAsset(QUEUES['analyse-asset'].parse(data), reason);
  if (queue === 'finish-processing') return giveUpProcessing(QUEUES['finish-processing'].parse(data));
  if (queue === 'run-project' || queue === 'stitch') {
    const { project_id: id, attempt } = QUEUES[queue].parse(data);
    const row = await db().project.findUnique({ where: { id }, select: { status: true } });
    if (!row) return;
    // A film that got further since is not the one that this job failed on.
    const isThere = queue === 'stitch' ? row.status === 'stitching' : BEFORE_STEPS.has(row.status);
    if (isThere)
      await failProject({ id, attempt, status: row.status }, { code: 'worker-failed', message: reason });
  }
}

const BEFORE_STEPS: ReadonlySet<string> = new Set(['pending', 'manifesting', 'storyboarding']);
