import { insertBlobs } from '../blobs/blob-repo.ts';
import type { StoredBlob } from '../blobs/store.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db, type Tx } from '../db/prisma.ts';
import { isUnavailable } from '../http/to-app-error.ts';
import { enqueue } from '../jobs/boss.ts';
import type { JobPayload } from '../jobs/queues.ts';
import type { Film } from '../pipeline/stitch.ts';
import { stitchInThread } from '../pipeline/stitch-in-thread.ts';
import type { StitchInput } from '../pipeline/stitch-input.ts';
import { advance, failProject, failureOf } from '../projects/advance.ts';
import { filmedScenesOf, filmHash, stitchInputOf } from '../projects/film-parts.ts';
import { moveProject } from '../projects/lifecycle.ts';
import { findScenes } from '../projects/project-repo.ts';
import { findSteps, lockProject, touchProject } from '../projects/run-repo.ts';
import { endStage, readStages } from '../projects/stages.ts';
import { logger } from '../server/logger.ts';
import { type FilmInputs, loadFilm } from './film-inputs.ts';
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
        return stitchInThread(input, { blobs: blobStore(), signal: s });
      },
    );
    await finish(film, made, await blobStore().putFile(made.path), filmHash(input));
  } catch (error) {
    await onFailure(film, error);
  }
}

async function stitchInput({ row, snapshot, digest }: FilmInputs, tx: Tx = db()): Promise<StitchInput> {
  const scenes = await findScenes(tx, row.id);
  const { name, version } = snapshot?.manifest ?? {};
  return stitchInputOf(
    row,
    scenes,
    digest && name && version ? { digest, manifestName: name, version } : null,
  );
}

async function finish(inputs: FilmInputs, film: Film, stored: StoredBlob, inputHash: string): Promise<void> {
  const { id, attempt } = inputs.row;
  await db().$transaction(async (tx) => {
    const project = await lockProject(tx, id);
    if (project?.status !== 'stitching' || project.attempt !== attempt || project.stopRequestedAt) return;
    // A person chose another take while this was stitched: the film is stitched once more, with that.
    if (filmHash(await stitchInput({ ...inputs, row: project }, tx)) !== inputHash)
      return enqueue(tx, 'stitch', { project_id: id, attempt });
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
        outputScenes: filmedScenesOf(await findScenes(tx, id)),
        outputInputHash: inputHash,
        finishedAt: now,
        stages: endStage(readStages(project.stages), 'stitch', 'done', now),
        ...failure,
      },
    );
    await enqueue(tx, 'hash-film', { project_id: id, attempt });
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
