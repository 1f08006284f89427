import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { findBlob } from './blob-repo.ts';

/**
 * The hash to serve for a picture at a thumbnail width; the picture itself where it has no thumbnails.
 * @throws AppError not-found
 */
export async function resolveBlob(hash: string, width?: '320' | '640' | '1280'): Promise<string> {
  if (width === undefined) return hash;
  const blob = await findBlob(db(), hash);
  if (!blob) throw new AppError('not-found', { detail: 'There is no such file.' });
  return { 320: blob.thumb320Hash, 640: blob.thumb640Hash, 1280: blob.thumb1280Hash }[width] ?? hash;
}
