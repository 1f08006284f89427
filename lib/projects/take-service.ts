import { randomInt } from 'node:crypto';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Prisma, Project as ProjectRow } from '../generated/prisma/client.ts';
import { PROJECT_LIMITS } from '../schemas/project.ts';
import { type AnotherTake, TAKE_LIMITS, type TakeAnswer } from '../schemas/take.ts';
import { beginAttempt } from './begin-attempt.ts';
import { editFilm } from './edit-film.ts';
import { isFilmStale } from './film-parts.ts';
import { isActiveStatus } from './lifecycle.ts';
import { findScenes, findSnapshotFacts } from './project-repo.ts';
import { findSteps, lockProject, touchProject } from './run-repo.ts';
import { isClipOlder, presentClipHash } from './staleness.ts';
import { chooseClip, findSceneWithTakes, nextTake, type SceneWithTakes } from './take-repo.ts';

export type SceneAddress = { projectId: string; sceneId: string };
export type TakeAddress = SceneAddress & { take: number };

/** A scene of a film. @throws AppError not-found */
export async function getSceneIn(tx: Tx, { projectId, sceneId }: SceneAddress): Promise<SceneWithTakes> {
  const scene = await findSceneWithTakes(tx, projectId, sceneId);
  if (!scene) throw new AppError('not-found', { detail: 'There is no such scene in this film.' });
  return scene;
}

const refuse = (detail: string, { status }: ProjectRow) =>
  new AppError('invalid-state', { detail, extra: { project_status: status } });

/**
 * Begins a run of a film whose every scene has its clip, or failed to: it makes what waits beside them and is stitched.
 * Answers false for a film with clips still to be made, which must be gone on with as a whole.
 */
export async function touchUp(tx: Tx, row: ProjectRow, due: { clips: boolean }): Promise<boolean> {
  const scenes = await findSteps(tx, row.id);
  const isOpen = ({ state }: { state: string }) => state !== 'done' && state !== 'failed';
  if (scenes.some((s) => s.clips.some((c) => c.isChosen && isOpen(c)))) return false;
  return beginAttempt(tx, row, { ...due, keyframes: scenes.some((s) => s.keyframes.some(isOpen)) });
}

/** A new take beside the others, chosen as soon as it is done. */
export async function addTake(
  tx: Tx,
  scene: SceneWithTakes,
  data: Pick<Prisma.ClipUncheckedCreateInput, 'seed' | 'source' | 'operation'>,
): Promise<{ id: string; take: number }> {
  const take = await nextTake(tx, scene.id);
  if (take > TAKE_LIMITS.perScene)
    throw new AppError('conflict', { detail: `A scene keeps ${TAKE_LIMITS.perScene} takes at most.` });
  // The latest wish counts.
  await tx.clip.updateMany({ where: { sceneId: scene.id, isWanted: true }, data: { isWanted: false } });
  const clip = { ...data, sceneId: scene.id, take, isChosen: false, isWanted: true };
  return tx.clip.create({ data: clip, select: { id: true, take: true } });
}

/**
 * Asks for another take of a shot, with a seed of its own. The film runs for exactly that clip, chooses it and is
 * stitched again; the other takes stay.
 * @throws AppError not-found; invalid-state while it runs or when parts of it are still to be made
 */
export async function anotherTake(address: SceneAddress, { seed }: AnotherTake): Promise<TakeAnswer> {
  return editFilm(address.projectId, async (tx, { row }) => {
    const scene = await getSceneIn(tx, address);
    const clip = await addTake(tx, scene, { seed: seed ?? randomInt(PROJECT_LIMITS.seed) });
    if (!(await touchUp(tx, row, { clips: true })))
      throw refuse('Clips of this film are still to be made. Make those first, then another take.', row);
    return answerOf(tx, address, clip);
  });
}

/**
 * Makes a take the one that the film uses, at once, and has the film stitched again. While the film runs it counts
 * too: the stitch of that run takes it, or is done once more. A take of an older text stays chosen until the scene
 * changes again.
 * @throws AppError not-found; invalid-state for a take that is not made yet
 */
export async function chooseTake(address: TakeAddress): Promise<TakeAnswer> {
  return db().$transaction(async (tx) => {
    const row = await lockFilm(tx, address.projectId);
    const { scene, clip } = await getTakeIn(tx, address);
    if (clip.state !== 'done') throw refuse('This take is not made yet.', row);
    await chooseClip(tx, clip, isClipOlder(scene, clip) ? presentClipHash(scene, clip) : null);
    await restitch(tx, row);
    await touchProject(tx, row.id);
    return answerOf(tx, address, clip);
  });
}

/** A run whose only work is the stitch, for a film that rests and shows something else than its takes. */
async function restitch(tx: Tx, row: ProjectRow): Promise<void> {
  if (isActiveStatus(row.status) || row.outputHash === null) return;
  const [scenes, snapshot] = await Promise.all([findScenes(tx, row.id), findSnapshotFacts(tx, row.id)]);
  // A film from before hashes were kept is stitched whenever somebody chooses.
  if (row.outputInputHash === null || isFilmStale(row, scenes, snapshot))
    await touchUp(tx, row, { clips: false });
}

/**
 * Deletes a take that the film does not use; it can be restored for a day.
 * @throws AppError not-found; invalid-state for the chosen one, and while the film runs
 */
export async function removeTake(address: TakeAddress): Promise<TakeAnswer> {
  return editFilm(address.projectId, async (tx, { row }) => {
    const { clip } = await getTakeIn(tx, address);
    if (clip.isChosen) throw refuse('The film uses this take. Choose another first.', row);
    await tx.clip.update({ where: { id: clip.id }, data: { removedAt: new Date(), isWanted: false } });
    return answerOf(tx, address, clip);
  });
}

/**
 * Takes the deletion of a take back; does nothing for one that is there.
 * @throws AppError not-found; invalid-state while the film runs
 */
export async function restoreTake(address: TakeAddress): Promise<TakeAnswer> {
  return editFilm(address.projectId, async (tx) => {
    const clip = (await getSceneIn(tx, address)).clips.find((c) => c.take === address.take);
    if (!clip) throw noTake();
    // One that is there stays what it is: the chosen one must not be wanted as well.
    if (clip.removedAt)
      await tx.clip.update({
        where: { id: clip.id },
        data: { removedAt: null, isWanted: clip.state === 'waiting' },
      });
    return answerOf(tx, address, clip);
  });
}

const noTake = () => new AppError('not-found', { detail: 'There is no such take, or it was deleted.' });

async function getTakeIn(tx: Tx, address: TakeAddress) {
  const scene = await getSceneIn(tx, address);
  const clip = scene.clips.find((c) => c.take === address.take && c.removedAt === null);
  if (!clip) throw noTake();
  return { scene, clip };
}

async function lockFilm(tx: Tx, id: string): Promise<ProjectRow> {
  const row = await lockProject(tx, id);
  if (!row || row.deletedAt)
    throw new AppError('not-found', { detail: 'There is no such film, or it was deleted.' });
  return row;
}

/** What a change of a take answers. */
export async function answerOf(
  tx: Tx,
  { projectId, sceneId }: SceneAddress,
  clip: { id: string; take: number },
): Promise<TakeAnswer> {
  const { status } = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { status: true },
  });
  return {
    project_id: projectId,
    scene_id: sceneId,
    take: clip.take,
    clip_id: clip.id,
    project_status: status,
  };
}
