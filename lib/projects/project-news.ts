import { db } from '../db/prisma.ts';
import type { ProjectNews } from '../schemas/project.ts';
import { sceneSchema } from '../schemas/storyboard.ts';
import { toScene } from './project-dto.ts';
import { findChangedScenes } from './project-repo.ts';
import { getProjectStatus } from './project-service.ts';

/** Clocks of workers differ; a scene that is told twice is no harm. */
const CLOCK_SLACK_MS = 5_000;
/** Other dates are understood too, up to years that the database has not. */
const UPDATED_AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * How far a film is, with the scenes whose keyframes or clips changed since the state that the reader knows, by its
 * `updated_at`; all scenes when it knows none. @throws AppError not-found
 */
export async function getProjectNews(id: string, known: string): Promise<ProjectNews> {
  const at = UPDATED_AT.test(known) ? Date.parse(known) : Number.NaN;
  // A state that is still to come is none that was told: the reader knows nothing.
  const since = new Date(at <= Date.now() + CLOCK_SLACK_MS ? at - CLOCK_SLACK_MS : 0);
  // The status first: steps may be newer than it says, never older.
  const status = await getProjectStatus(id);
  const rows = await findChangedScenes(db(), id, since);
  const scenes = rows.map((row) => {
    const { scene_id, keyframes, clips } = toScene(row, sceneSchema.parse(row.plan), 0);
    return { scene_id, keyframes, clips };
  });
  return { ...status, scenes };
}
