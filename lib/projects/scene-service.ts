import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../db/prisma.ts';
import { maxReferences } from '../engines/engine-limits.ts';
import { AppError } from '../errors.ts';
import type { Scene } from '../generated/prisma/client.ts';
import { etagOf } from '../http/etag.ts';
import type { ProjectScene } from '../schemas/project.ts';
import { type AddScene, SCENE_LIMITS, type UpdateScene, wholeFrames } from '../schemas/scene-edit.ts';
import { type StoryboardScene, sceneSchema } from '../schemas/storyboard.ts';
import { type EditableFilm, editFilm } from './edit-film.ts';
import { toScenes } from './project-dto.ts';
import { findScenes } from './project-repo.ts';
import { editedPlan } from './scene-plan.ts';
import {
  findOrder,
  findScene,
  hideScene,
  planColumns,
  unhideScene,
  writePlan,
  writeSceneOrder,
} from './scene-repo.ts';

/** The revisions an edit may have been made against; absent: any. */
type IfRevision = { ifRevision?: number | number[] | undefined };

const sceneNotFound = () =>
  new AppError('not-found', { detail: 'There is no such scene, or it was removed.' });

/**
 * Changes what a scene shows, how long and how it is heard. What was made of it stays until the film is brought up
 * to date.
 * @throws AppError not-found; invalid-state while the film runs; precondition-failed with the scene as it is now;
 * validation-failed for a tag that the snapshot does not hold
 */
export async function updateScene(
  projectId: string,
  sceneId: string,
  edit: UpdateScene,
  { ifRevision }: IfRevision = {},
): Promise<ProjectScene> {
  return editFilm(projectId, async (tx, film) => {
    const scene = await getScene(tx, film, sceneId, ifRevision);
    const plan = sceneSchema.parse(scene.plan);
    const next = editedPlan(plan, edit, limitsOf(film));
    if (!isDeepStrictEqual(next, plan)) await writePlan(tx, film, sceneId, next);
    return readScene(tx, film, sceneId);
  });
}

/**
 * A new scene after another, in the place and style of that one unless the edit says otherwise, with nothing made yet.
 * @throws AppError not-found (film, scene before); invalid-state; validation-failed
 */
export async function addScene(projectId: string, { after, ...edit }: AddScene): Promise<ProjectScene> {
  return editFilm(projectId, async (tx, film) => {
    const order = await findOrder(tx, projectId);
    if (order.length >= SCENE_LIMITS.perFilm)
      throw new AppError('conflict', { detail: `A film has at most ${SCENE_LIMITS.perFilm} scenes.` });
    const place = after === null ? 0 : after === undefined ? order.length : order.indexOf(after) + 1;
    if (place === 0 && after !== null) throw sceneNotFound();
    const neighbour = order[Math.max(0, place - 1)];
    const beside = neighbour ? await findScene(tx, projectId, neighbour) : null;
    const blank = blankPlan(film, beside && sceneSchema.parse(beside.plan), place);
    const plan = editedPlan(blank, edit, limitsOf(film));
    const id = uuidv7();
    const data = { id, projectId, sceneIndex: order.length, ...planColumns(film, plan) };
    await tx.scene.create({ data, select: { id: true } });
    await tx.keyframe.createMany({ data: ['start', 'end'].map((position) => ({ sceneId: id, position })) });
    await tx.clip.create({ data: { sceneId: id, take: 1 }, select: { id: true } });
    await writeSceneOrder(tx, film, order.toSpliced(place, 0, id));
    return readScene(tx, film, id);
  });
}

function blankPlan({ row }: EditableFilm, beside: StoryboardScene | null, index: number): StoryboardScene {
  const placements = (beside?.placements ?? []).filter((each) => each.role !== 'subject');
  const placed = new Set(placements.map((each) => each.tag));
  return sceneSchema.parse({
    index,
    title: 'New scene',
    slug_line: beside?.slug_line ?? '',
    description: '',
    shot_type: 'wide',
    camera_move: 'hold',
    duration: wholeFrames(row.targetClipDuration),
    placements: placements.map((each) => ({ ...each, action: '' })),
    references: beside?.references.filter((each) => placed.has(each.for)),
    transition: 'cut',
  });
}

/**
 * Takes a scene out of the film. All that was made of it is kept for `restoreScene`.
 * @throws AppError not-found; invalid-state while the film runs; conflict for the last scene; precondition-failed
 */
export async function removeScene(
  projectId: string,
  sceneId: string,
  { ifRevision }: IfRevision = {},
): Promise<void> {
  await editFilm(projectId, async (tx, film) => {
    await getScene(tx, film, sceneId, ifRevision);
    const rest = (await findOrder(tx, projectId)).filter((id) => id !== sceneId);
    if (rest.length === 0) throw new AppError('conflict', { detail: 'A film has at least one scene.' });
    await hideScene(tx, projectId, sceneId);
    await writeSceneOrder(tx, film, rest);
  });
}

/** Brings a removed scene back to where it stood; one that is there stays. @throws AppError not-found, invalid-state */
export async function restoreScene(projectId: string, sceneId: string): Promise<ProjectScene> {
  return editFilm(projectId, async (tx, film) => {
    const scene = await findScene(tx, projectId, sceneId);
    if (!scene) throw sceneNotFound();
    if (scene.removedAt) {
      const order = await findOrder(tx, projectId);
      const plan = sceneSchema.parse(scene.plan);
      await unhideScene(tx, sceneId, order.length);
      await writeSceneOrder(tx, film, order.toSpliced(plan.index, 0, sceneId));
    }
    return readScene(tx, film, sceneId);
  });
}

/**
 * Puts the scenes of a film in the given order, which must name each of them once.
 * @throws AppError not-found; invalid-state; validation-failed, also when a scene came or went meanwhile
 */
export async function orderScenes(projectId: string, sceneIds: string[]): Promise<ProjectScene[]> {
  return editFilm(projectId, async (tx, film) => {
    const present = new Set(await findOrder(tx, projectId));
    const isPermutation =
      new Set(sceneIds).size === sceneIds.length &&
      sceneIds.length === present.size &&
      sceneIds.every((id) => present.has(id));
    if (!isPermutation)
      throw new AppError('validation-failed', {
        detail: 'The order must name every scene of the film exactly once.',
        errors: [
          { pointer: '#/scene_ids', code: 'not-a-permutation', detail: 'must name every scene exactly once' },
        ],
      });
    await writeSceneOrder(tx, film, sceneIds);
    return toScenes(await findScenes(tx, projectId), film.row.outputDuration);
  });
}

const limitsOf = ({ row, snapshot }: EditableFilm) => ({ snapshot, references: maxReferences(row.engine) });

async function getScene(
  tx: Tx,
  film: EditableFilm,
  sceneId: string,
  ifRevision: IfRevision['ifRevision'],
): Promise<Scene> {
  const scene = await findScene(tx, film.row.id, sceneId);
  if (!scene || scene.removedAt) throw sceneNotFound();
  if (ifRevision !== undefined && ![ifRevision].flat().includes(scene.revision))
    throw new AppError('precondition-failed', {
      detail: 'This scene was changed elsewhere meanwhile.',
      extra: { current_revision: scene.revision, current: await readScene(tx, film, sceneId) },
      headers: { etag: etagOf(scene.revision) },
    });
  return scene;
}

async function readScene(tx: Tx, { row }: EditableFilm, sceneId: string): Promise<ProjectScene> {
  const scenes = toScenes(await findScenes(tx, row.id), row.outputDuration);
  const scene = scenes.find((each) => each.scene_id === sceneId);
  if (!scene) throw sceneNotFound();
  return scene;
}
