import type { Tx } from '../db/prisma.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { sceneHash } from '../pipeline/input-hash.ts';
import { type SnapshotData, snapshotDataSchema } from '../schemas/snapshot.ts';
import { type StoryboardScene, styleGuideSchema } from '../schemas/storyboard.ts';
import { settingsOf } from './film-parts.ts';
import { isActiveStatus } from './lifecycle.ts';
import { lockProject, touchProject } from './run-repo.ts';

/** A film whose scenes may be edited, locked until the transaction ends. */
export type EditableFilm = { row: ProjectRow; snapshot: SnapshotData | null };

/**
 * Runs `edit` on a film that rests, in one transaction with its row locked, and tells who watches it.
 * @throws AppError not-found; invalid-state while it runs or before it has a storyboard
 */
export async function editFilm<T>(
  projectId: string,
  edit: (tx: Tx, film: EditableFilm) => Promise<T>,
): Promise<T> {
  return db().$transaction(async (tx) => {
    const row = await lockProject(tx, projectId);
    if (!row || row.deletedAt)
      throw new AppError('not-found', { detail: 'There is no such film, or it was deleted.' });
    const refuse = (detail: string) =>
      new AppError('invalid-state', { detail, extra: { project_status: row.status } });
    if (isActiveStatus(row.status))
      throw refuse('This film is being made. Stop it before you change its scenes.');
    if (row.styleGuide === null) throw refuse('This film has no storyboard yet.');
    const frozen = await tx.manifestSnapshot.findUnique({
      where: { projectId },
      select: { snapshotData: true },
    });
    const snapshot = frozen && snapshotDataSchema.parse(frozen.snapshotData);
    const result = await edit(tx, { row, snapshot });
    await touchProject(tx, projectId);
    return result;
  });
}

/** The hash of all that determines the pictures of a scene of this film, for `scenes.input_hash`. */
export const sceneHashIn = ({ row, snapshot }: EditableFilm, scene: StoryboardScene): string =>
  sceneHash(row.engine, {
    settings: settingsOf(row),
    snapshot,
    styleGuide: styleGuideSchema.parse(row.styleGuide),
    scene,
  });
