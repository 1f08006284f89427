import { blobStore } from '../blobs/store-instance.ts';
import { type FileOfZip, zipFiles } from '../bundles/zip-files.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { BUNDLE_PLACES, LOCKFILE_NAME } from './film-bundle-names.ts';
import { neededFiles } from './locked-film.ts';
import { type BuiltLockfile, getLockfile } from './lockfile-service.ts';

export type FilmBundle = BuiltLockfile & {
  files: FileOfZip[];
  write: () => ReturnType<typeof zipFiles>;
};

/**
 * All that another installation needs to make this film: its lockfile, the images of its snapshot and what was uploaded
 * for it, by hash.
 * @throws AppError as getLockfile; not-found when a file of it is gone
 */
export async function filmBundle(id: string): Promise<FilmBundle> {
  const built = await getLockfile(id);
  const needed = neededFiles(built.lock);
  const rows = await db().blob.findMany({ where: { hash: { in: needed.map((file) => file.hash) } } });
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  const blobs = needed.map(({ hash, label }): FileOfZip => {
    const row = byHash.get(hash);
    const place = row && BUNDLE_PLACES[row.mediaType];
    if (!row || !place) throw new AppError('not-found', { detail: `The file of ${label} is gone.` });
    return { name: `${place.folder}/${hash}.${place.extension}`, hash, size: row.size };
  });
  const files: FileOfZip[] = [{ name: LOCKFILE_NAME, bytes: built.bytes }, ...blobs];
  return { ...built, files, write: () => zipFiles(files, blobStore()) };
}
