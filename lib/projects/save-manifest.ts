import { notifyManifest, notifyProject } from '../db/events.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { beginEdit, lockManifest } from '../manifests/edit.ts';
import type { SavedManifest, SaveManifest } from '../schemas/fork.ts';
import { findQuickUpload } from './advance.ts';
import { lockProject } from './run-repo.ts';

/**
 * Puts the quick upload that a film was made of into the library, under `name` if one is given. One that is there
 * already stays as it is, so that two presses save once.
 * @throws AppError not-found (film, or it has no manifest); invalid-state before its images are analysed and frozen
 */
export async function saveManifest(projectId: string, { name }: SaveManifest): Promise<SavedManifest> {
  return db().$transaction(async (tx) => {
    const film = await lockProject(tx, projectId);
    if (!film || film.deletedAt)
      throw new AppError('not-found', { detail: 'There is no such film, or it was deleted.' });
    if (film.manifestId === null) throw await refusal(tx, film);
    await lockManifest(tx, film.manifestId);
    const found = await tx.manifest.findUniqueOrThrow({ where: { id: film.manifestId } });
    let { name: savedName, version } = found;
    if (found.ownerProjectId !== null) {
      if (name !== undefined && name !== found.name) {
        savedName = name;
        version = (await beginEdit(tx, found.id)).version;
      }
      await tx.manifest.update({ where: { id: found.id }, data: { ownerProjectId: null, name: savedName } });
      await notifyManifest(tx, found.id);
      await notifyProject(tx, projectId);
    }
    return { project_id: projectId, manifest_id: found.id, name: savedName, version };
  });
}

async function refusal(tx: Tx, { id, status }: ProjectRow): Promise<AppError> {
  if (!(await findQuickUpload(tx, id)))
    return new AppError('not-found', { detail: 'This film was made without images of its own.' });
  return new AppError('invalid-state', {
    detail: 'The images of this film are still being analysed. Save them when that is done.',
    extra: { project_status: status },
  });
}
