import { createHash } from 'node:crypto';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { safeFileName } from './film-file-name.ts';
import { findProject, findScenes } from './project-repo.ts';

export type KeyframesArchive = {
  fileName: string;
  /** In film order, named by scene and end: `01-start.png`. Sizes in bytes. */
  entries: { name: string; hash: string; size: number }[];
  /** SHA-256 over names and hashes. */
  digest: string;
};

/** The keyframes that are there, under names that sort as the film does. @throws AppError not-found */
export async function getKeyframes(projectId: string): Promise<KeyframesArchive> {
  const [row, scenes] = await Promise.all([findProject(db(), projectId), findScenes(db(), projectId)]);
  if (!row) throw new AppError('not-found', { detail: 'There is no such film, or it was deleted.' });
  const named = scenes.flatMap(({ sceneIndex, keyframes }) =>
    keyframes.flatMap(({ position, blobHash }) =>
      blobHash
        ? [{ name: `${String(sceneIndex + 1).padStart(2, '0')}-${position}.png`, hash: blobHash }]
        : [],
    ),
  );
  if (named.length === 0) throw new AppError('not-found', { detail: 'This film has no keyframes yet.' });
  const blobs = await db().blob.findMany({
    where: { hash: { in: named.map((n) => n.hash) } },
    select: { hash: true, size: true },
  });
  const sizes = new Map(blobs.map((blob) => [blob.hash, blob.size]));
  const entries = named.map((entry) => ({ ...entry, size: sizes.get(entry.hash) ?? 0 }));
  const digest = createHash('sha256').update(JSON.stringify(named)).digest('hex');
  return { fileName: `${safeFileName(row.title)} keyframes.zip`, entries, digest };
}
