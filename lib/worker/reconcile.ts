import { reconcileImports } from '../assets/import-image-service.ts';
import { db, Prisma } from '../db/prisma.ts';
import { enqueue } from '../jobs/boss.ts';
import { reconcileProcessing } from '../manifests/processing-worker.ts';
import { ACTIVE_STATUSES } from '../projects/lifecycle.ts';
import { lockProject } from '../projects/run-repo.ts';
import { releaseLostStep, type StepKind } from '../projects/step-repo.ts';

/**
 * Puts back to work whatever should run and has no job: after a crash, a restored backup or a lost message nothing is
 * left behind as running or PROCESSING. What has a job, even of a worker that just died, is left to the queue.
 */
export async function reconcile(): Promise<void> {
  await reconcileImports();
  await reconcileProcessing((manifestId) => hasJob({ manifest_id: manifestId }));
  const projects = await db().project.findMany({
    where: { status: { in: [...ACTIVE_STATUSES] } },
    select: { id: true, attempt: true, status: true },
  });
  for (const project of projects) await reconcileProject(project);
}

type Run = { id: string; attempt: number; status: string };

async function reconcileProject({ id, attempt, status }: Run): Promise<void> {
  const run = { project_id: id, attempt };
  if (status === 'keyframing' || status === 'video_gen')
    await reconcileSteps(run, status === 'keyframing' ? 'keyframe' : 'clip');
  if (await hasJob(run)) return;
  // Steps without a job have one again by now; a film without any decides by its rows.
  const queue = status === 'stitching' ? ('stitch' as const) : ('run-project' as const);
  await db().$transaction((tx) => enqueue(tx, queue, run));
}

async function reconcileSteps(run: { project_id: string; attempt: number }, kind: StepKind): Promise<void> {
  const open = {
    where: {
      state: { in: ['waiting' as const, 'running' as const] },
      scene: { projectId: run.project_id, removedAt: null },
    },
    select: { id: true, startedAt: true },
  };
  // Rows first, jobs second: a job that ends in between has changed its row, which the release below notices.
  const steps = kind === 'keyframe' ? await db().keyframe.findMany(open) : await db().clip.findMany(open);
  for (const step of steps) {
    const ids: Record<string, string> = kind === 'keyframe' ? { keyframe_id: step.id } : { clip_id: step.id };
    if (await hasJob({ ...run, ...ids })) continue;
    await db().$transaction(async (tx) => {
      const project = await lockProject(tx, run.project_id);
      if (project?.attempt !== run.attempt) return;
      await releaseLostStep(tx, kind, step);
      if (kind === 'keyframe') await enqueue(tx, 'keyframe', { ...run, keyframe_id: step.id });
      else await enqueue(tx, 'clip', { ...run, clip_id: step.id });
    });
  }
}

/** Whether a job that waits, runs or failed for good, and is not dealt with yet, has these ids. */
async function hasJob(ids: Record<string, string | number>): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>(Prisma.sql`
    SELECT 1 FROM pgboss.job
    WHERE state IN ('created', 'retry', 'active') AND data @> ${JSON.stringify(ids)}::jsonb LIMIT 1`);
  return rows.length > 0;
}
