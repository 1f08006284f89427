import { v7 as uuidv7 } from 'uuid';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { engineFor } from '../engines/registry.ts';
import { isUnavailable } from '../http/to-app-error.ts';
import type { JobPayload } from '../jobs/queues.ts';
import { sceneHash } from '../pipeline/input-hash.ts';
import { planStoryboard } from '../pipeline/storyboard.ts';
import { advance, advanceIn, failProject } from '../projects/advance.ts';
import { lockProject } from '../projects/run-repo.ts';
import type { Storyboard, StoryboardScene } from '../schemas/storyboard.ts';
import { logger } from '../server/logger.ts';
import { type FilmInputs, loadFilm } from './film-inputs.ts';
import type { JobContext } from './job-context.ts';
import { reasonOf } from './run-step.ts';
import { Aborted, watchRun } from './watch-run.ts';

/** Takes a film further and, where its storyboard is due, writes it. */
export async function runProjectJob(
  { project_id, attempt }: JobPayload<'run-project'>,
  { signal }: JobContext,
): Promise<void> {
  await advance(project_id, attempt);
  const film = await loadFilm(project_id);
  if (film?.row.status !== 'storyboarding' || film.row.attempt !== attempt) return;
  try {
    const storyboard = await watchRun(
      { projectId: project_id, attempt, status: 'storyboarding' },
      signal,
      (s) => planFilm(film, s),
    );
    await saveStoryboard(film, storyboard);
  } catch (error) {
    await onFailure(film, error);
  }
}

async function planFilm({ row, settings, snapshot }: FilmInputs, signal: AbortSignal): Promise<Storyboard> {
  return planStoryboard(await engineFor(row), { settings, snapshot }, { blobs: blobStore(), signal });
}

/** Scenes, their keyframes and first takes, in one transaction with the next stage. A second storyboard is not kept. */
async function saveStoryboard(
  { row: { id, attempt, engine }, settings, snapshot }: FilmInputs,
  { style_guide, scenes }: Storyboard,
): Promise<void> {
  const hashOf = (scene: StoryboardScene) =>
    sceneHash(engine, { settings, snapshot, styleGuide: style_guide, scene });
  await db().$transaction(async (tx) => {
    const project = await lockProject(tx, id);
    if (project?.status !== 'storyboarding' || project.attempt !== attempt) return;
    if ((await tx.scene.count({ where: { projectId: id } })) === 0) {
      await tx.project.update({ where: { id }, data: { styleGuide: style_guide } });
      const planned = scenes.map((plan) => ({ id: uuidv7(), plan }));
      await tx.scene.createMany({
        data: planned.map(({ id: sceneId, plan }) => ({
          id: sceneId,
          projectId: id,
          sceneIndex: plan.index,
          slugLine: plan.slug_line,
          description: plan.description,
          duration: plan.duration,
          plan,
          inputHash: hashOf(plan),
        })),
      });
      await tx.keyframe.createMany({
        data: planned.flatMap(({ id: sceneId }) => [
          { sceneId, position: 'start' },
          { sceneId, position: 'end' },
        ]),
      });
      await tx.clip.createMany({ data: planned.map(({ id: sceneId }) => ({ sceneId, take: 1 })) });
    }
    await advanceIn(tx, id, attempt);
  });
}

async function onFailure({ row }: FilmInputs, error: unknown): Promise<void> {
  if (error instanceof Aborted && error.reason === 'stopped') return advance(row.id, row.attempt);
  if (error instanceof Aborted || isUnavailable(error)) throw error;
  logger.error({ err: error, project_id: row.id }, 'storyboard failed');
  await failProject(row, {
    code: 'storyboard-failed',
    message: reasonOf(error, 'The storyboard could not be planned.'),
  });
}
