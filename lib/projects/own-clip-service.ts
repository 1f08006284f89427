import { open } from 'node:fs/promises';
import { insertBlobs } from '../blobs/blob-repo.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Multipart, MultipartLimits } from '../http/multipart.ts';
import { SNIFF_VIDEO_BYTES, sniffVideo } from '../media/sniff-video.ts';
import { type Fit, TAKE_LIMITS, type TakeAnswer } from '../schemas/take.ts';
import { editFilm } from './edit-film.ts';
import { addTake, answerOf, getSceneIn, type SceneAddress, touchUp } from './take-service.ts';

/** What the body of `uploadOwnClip` may hold. */
export const OWN_CLIP_LIMITS = {
  fileField: 'file',
  maxFiles: 1,
  maxFileBytes: TAKE_LIMITS.clipBytes,
  fieldNames: [],
} as const satisfies MultipartLimits;

/**
 * Adds a person's own clip as a take of a shot. Only its first bytes are looked at here; a worker brings it into the
 * film's form, and then it is chosen. The film runs for it; one that was stopped half-way makes it when it goes on.
 * @throws AppError unsupported-media-type, not-found; invalid-state while the film runs or before it has a storyboard
 */
export async function uploadOwnClip(
  address: SceneAddress,
  { files: [file] }: Multipart,
  fit: Fit,
): Promise<TakeAnswer> {
  if (!file)
    throw new AppError('validation-failed', {
      detail: 'The file is missing.',
      errors: [{ pointer: '#/file', code: 'required', detail: 'is required' }],
    });
  await getSceneIn(db(), address);
  const container = sniffVideo(await readHead(file.path));
  if (!container)
    throw new AppError('unsupported-media-type', {
      detail: 'This is not a video that can be read. Use MP4, MOV or WebM.',
    });
  const original = await blobStore().putFile(file.path);
  return editFilm(address.projectId, async (tx, { row }) => {
    const scene = await getSceneIn(tx, address);
    await insertBlobs(tx, [{ ...original, mediaType: container.mediaType }]);
    const operation = { original_hash: original.hash, fit };
    const clip = await addTake(tx, scene, { source: 'uploaded', operation });
    await touchUp(tx, row, { clips: true });
    return answerOf(tx, address, clip);
  });
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_VIDEO_BYTES), 0, SNIFF_VIDEO_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
