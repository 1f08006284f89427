import { insertBlobs } from '../blobs/blob-repo.ts';
import type { StoredBlob } from '../blobs/store.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { isUnavailable } from '../http/to-app-error.ts';
import type { JobPayload } from '../jobs/queues.ts';
import type { Film } from '../pipeline/stitch.ts';
import type { StitchInput } from '../pipeline/stitch-input.ts';
import { advance, failProject, failureOf } from '../projects/advance.ts';
import { moveProject } from '../projects/lifecycle.ts';
import { findSteps, lockProject, touchProject } from '../projects/run-repo.ts';
import { endStage, readStages } from '../projects/stages.ts';
import { sceneSchema } from '../schemas/storyboard.ts';
import { logger } from '../server/logger.ts';
import { type FilmInputs, loadFilm, styleGuideOf } from './film-inputs.ts';
import type { JobContext } from './job-context.ts';
import { reasonOf } from './run-step.ts';
import { Aborted, watchRun } from './watch-run.ts';

/** Joins the clips that are done and ends the film: complete, or partial when scenes are missing. */
export async function stitchJob(
  { project_id, attempt }: JobPayload<'stitch'>,
  { signal }: JobContext,
): Promise<void> {
  const film = await loadFilm(project_id);
  if (film?.row.status !== 'stitching' || film.row.attempt !== attempt) return;
  if (film.row.stopRequestedAt) return advance(project_id, attempt);
  try {
    const input = await stitchInput(film);
    const made = await watchRun(
      { projectId: project_id, attempt, status: 'stitching' },
      signal,
      async (s) => {
        const { stitchFilm } = await import('../pipeline/stitch.ts');
        return stitchFilm(input, { blobs: blobStore(), signal: s });
      },
    );
    await finish(film, made, await blobStore().putFile(made.path));
  } catch (error) {
    await onFailure(film, error);
  }
}

async function stitchInput(film: FilmInputs): Promise<StitchInput> {
  const { row, snapshot, digest, settings } = film;
  const scenes = await db().scene.findMany({
    where: { projectId: row.id },
    orderBy: { sceneIndex: 'asc' },
    select: {
      plan: true,
      clips: { where: { isChosen: true, state: 'done' }, select: { blobHash: true, duration: true } },
    },
  });
  const clips = scenes.flatMap(({ plan, clips: [clip] }) => {
    const { transition, duration } = sceneSchema.parse(plan);
    return clip?.blobHash ? [{ hash: clip.blobHash, duration: clip.duration ?? duration, transition }] : [];
  });
  const credits = {
    projectId: row.id,
    digest,
    manifestName: snapshot?.manifest.name ?? null,
    manifestVersion: snapshot?.manifest.version ?? null,
  };
  return { clips, settings, styleGuide: styleGuideOf(film), credits };
}

async function finish({ row: { id, attempt } }: FilmInputs, film: Film, stored: StoredBlob): Promise<void> {
  await db().$transaction(async (tx) => {
    const project = await lockProject(tx, id);
    if (project?.status !== 'stitching' || project.attempt !== attempt || project.stopRequestedAt) return;
    const { width, height, duration } = film;
    await insertBlobs(tx, [{ ...stored, mediaType: 'video/mp4', width, height }]);
    const now = new Date();
    const failure = failureOf(await findSteps(tx, id));
    await moveProject(
      tx,
      { id, attempt, from: ['stitching'], to: failure ? 'partial' : 'complete' },
      {
        outputHash: stored.hash,
        outputDuration: duration,
        finishedAt: now,
        stages: endStage(readStages(project.stages), 'stitch', 'done', now),
        ...failure,
      },
    );
    await touchProject(tx, id);
  });
  await advance(id, attempt);
}

async function onFailure({ row }: FilmInputs, error: unknown): Promise<void> {
  if (error instanceof Aborted && error.reason === 'stopped') return advance(row.id, row.attempt);
  if (error instanceof Aborted || isUnavailable(error)) throw error;
  logger.error({ err: error, project_id: row.id }, 'stitching failed');
  await failProject(row, {
    code: 'stitch-failed',
    message: reasonOf(error, 'The film could not be stitched.'),
  });
}
