import { Prisma, type Tx } from '../db/prisma.ts';
import type { Scene } from '../generated/prisma/client.ts';
import { type StoryboardScene, sceneSchema } from '../schemas/storyboard.ts';
import { type EditableFilm, sceneHashIn } from './edit-film.ts';

/** A scene of a film, removed or not; null when there is none. */
export const findScene = (tx: Tx, projectId: string, id: string): Promise<Scene | null> =>
  tx.scene.findFirst({ where: { id, projectId } });

/** The ids of the scenes that a film has, in its order. */
export async function findOrder(tx: Tx, projectId: string): Promise<string[]> {
  const where = { projectId, removedAt: null };
  const rows = await tx.scene.findMany({ where, orderBy: { sceneIndex: 'asc' }, select: { id: true } });
  return rows.map((row) => row.id);
}

/** The columns that say what a scene is, all of one plan. */
export const planColumns = (film: EditableFilm, plan: StoryboardScene) => ({
  slugLine: plan.slug_line,
  description: plan.description,
  duration: plan.duration,
  plan,
  inputHash: sceneHashIn(film, plan),
});

/** Writes what a scene is now, as one edit more. */
export async function writePlan(
  tx: Tx,
  film: EditableFilm,
  id: string,
  plan: StoryboardScene,
): Promise<void> {
  await tx.scene.update({
    where: { id },
    data: { ...planColumns(film, plan), revision: { increment: 1 } },
    select: { id: true },
  });
}

/** No film has so many scenes: places beyond it are free while the others move. */
const ELSEWHERE = 1_000_000;

/** Gives the scenes of a film the places 0, 1, 2…; a scene whose place changes is edited. `ids` names each once. */
export async function writeSceneOrder(tx: Tx, film: EditableFilm, ids: string[]): Promise<void> {
  const place = (offset: number) =>
    tx.$executeRaw(Prisma.sql`
      UPDATE scenes SET scene_index = given.position - 1 + ${offset}::int, updated_at = now()
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS given(id, position)
      WHERE scenes.id = given.id AND scenes.project_id = ${film.row.id}::uuid AND scenes.removed_at IS NULL`);
  // Indexes are unique at every moment, so all step aside first.
  await place(ELSEWHERE);
  await place(0);
  const scenes = await tx.scene.findMany({
    where: { projectId: film.row.id, removedAt: null },
    select: { id: true, sceneIndex: true, plan: true },
  });
  for (const { id, sceneIndex, plan } of scenes) {
    const scene = sceneSchema.parse(plan);
    if (scene.index !== sceneIndex) await writePlan(tx, film, id, { ...scene, index: sceneIndex });
  }
}

/** Takes a scene out of its film; it stays in the table, with all that was made of it. */
export async function hideScene(tx: Tx, projectId: string, id: string): Promise<void> {
  const { _min } = await tx.scene.aggregate({ where: { projectId }, _min: { sceneIndex: true } });
  await tx.scene.update({
    where: { id },
    data: {
      removedAt: new Date(),
      sceneIndex: Math.min(0, _min.sceneIndex ?? 0) - 1,
      revision: { increment: 1 },
    },
    select: { id: true },
  });
}

/** Puts a removed scene back at the end. */
export async function unhideScene(tx: Tx, id: string, sceneIndex: number): Promise<void> {
  await tx.scene.update({
    where: { id },
    data: { removedAt: null, sceneIndex, revision: { increment: 1 } },
    select: { id: true },
  });
}
