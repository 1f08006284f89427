import { open } from 'node:fs/promises';
import { takeImage } from '../assets/image-intake.ts';
import type { BlobRow } from '../blobs/blob-repo.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { bundleError } from '../bundles/bundle-error.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { NeededFile } from './locked-film.ts';
import type { OpenFilmBundle } from './open-film-bundle.ts';

/** Bytes 4 to 8 of every MP4. */
const MP4_MARK = 'ftyp';

/** Which of these files are known here, row and bytes. */
export async function knownHashes(files: NeededFile[]): Promise<Set<string>> {
  const hashes = files.map((file) => file.hash);
  const rows = await db().blob.findMany({ where: { hash: { in: hashes } }, select: { hash: true } });
  const known = new Set<string>();
  for (const { hash } of rows) if (await blobStore().has(hash)) known.add(hash);
  return known;
}

/**
 * Stores files of a film's bundle under their own hashes. Images are decoded like uploads before anything reads them,
 * and kept byte by byte as they are. Answers the rows to write; what ends halfway is left to the sweeper.
 * @throws AppError validation-failed with the file's name
 */
export async function takeFilmFiles(files: NeededFile[], { extract }: OpenFilmBundle): Promise<BlobRow[]> {
  const rows: BlobRow[] = [];
  for (const file of files) {
    const path = await blobStore().tempPath();
    await extract(file.hash, path);
    rows.push(...(file.kind === 'clip' ? [await takeClip(file, path)] : await takePicture(file, path)));
  }
  return rows;
}

async function takePicture({ label }: NeededFile, path: string): Promise<BlobRow[]> {
  const taken = await takeImage({ path }).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    throw bundleError(`${label}: ${error.detail ?? 'this image cannot be used.'}`, undefined, error);
  });
  const { original, master, thumbs } = taken;
  return [
    ...Object.values(thumbs).map((thumb) => ({ ...thumb, mediaType: 'image/webp' })),
    {
      hash: original.hash,
      size: original.size,
      mediaType: original.mediaType,
      width: master.width,
      height: master.height,
      thumbs: { 320: thumbs[320].hash, 640: thumbs[640].hash, 1280: thumbs[1280].hash },
    },
  ];
}

async function takeClip({ label }: NeededFile, path: string): Promise<BlobRow> {
  const file = await open(path, 'r');
  const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0).finally(() => file.close());
  if (buffer.toString('latin1', 4) !== MP4_MARK) throw bundleError(`${label} is not an MP4.`);
  return { ...(await blobStore().putFile(path)), mediaType: 'video/mp4' };
}
