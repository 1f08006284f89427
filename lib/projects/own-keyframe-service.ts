import { blobUrl } from '../assets/asset-dto.ts';
import { takeImage } from '../assets/image-intake.ts';
import { insertBlobs } from '../blobs/blob-repo.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Multipart, MultipartLimits } from '../http/multipart.ts';
import { IMAGE_LIMITS } from '../schemas/asset.ts';
import { aspectRatioSchema, frameSize, resolutionSchema } from '../schemas/project.ts';
import type { Fit, OwnKeyframeAnswer, Position } from '../schemas/take.ts';
import { editFilm } from './edit-film.ts';
import { getSceneIn, type SceneAddress } from './take-service.ts';

/** What the body of `setOwnKeyframe` may hold. */
export const KEYFRAME_LIMITS = {
  fileField: 'file',
  maxFiles: 1,
  maxFileBytes: IMAGE_LIMITS.bytes,
  fieldNames: [],
} as const satisfies MultipartLimits;

type KeyframeAddress = SceneAddress & { position: Position };

/**
 * Puts a person's picture in place of a made keyframe: taken in like any upload, fitted to the frame. It is never made
 * again, and the clip of its shot is stale until it films it.
 * @throws AppError see takeImage; not-found; invalid-state while the film runs or before it has a storyboard
 */
export async function setOwnKeyframe(
  address: KeyframeAddress,
  { files: [file] }: Multipart,
  fit: Fit,
): Promise<OwnKeyframeAnswer> {
  if (!file)
    throw new AppError('validation-failed', {
      detail: 'The file is missing.',
      errors: [{ pointer: '#/file', code: 'required', detail: 'is required' }],
    });
  await getSceneIn(db(), address);
  const { aspectRatio, resolution } = await db().project.findUniqueOrThrow({
    where: { id: address.projectId },
    select: { aspectRatio: true, resolution: true },
  });
  const image = await takeImage(
    { path: file.path },
    { declaredType: file.declaredType, fileName: file.fileName },
  );
  const size = frameSize(aspectRatioSchema.parse(aspectRatio), resolutionSchema.parse(resolution));
  // Loaded on use: most who run this module never draw.
  const [{ fitFrame }, { storeFrame }] = await Promise.all([
    import('../pipeline/fit-frame.ts'),
    import('../pipeline/store-frame.ts'),
  ]);
  const png = await fitFrame(await blobStore().get(image.master.hash), size, fit);
  const { blobs, blobHash } = await storeFrame(png, size);
  await editFilm(address.projectId, async (tx) => {
    await getSceneIn(tx, address);
    await insertBlobs(tx, blobs);
    const done = { source: 'uploaded', state: 'done', blobHash, inputHash: null, error: null } as const;
    const at = new Date();
    await tx.keyframe.update({
      where: { sceneId_position: { sceneId: address.sceneId, position: address.position } },
      data: { ...done, startedAt: at, finishedAt: at },
    });
  });
  return toAnswer(address, 'uploaded', blobHash, image.warnings);
}

/**
 * Takes a person's picture away again: the made one is drawn when the film is brought up to date. Does nothing for a
 * keyframe that is made.
 * @throws AppError not-found; invalid-state while the film runs
 */
export async function removeOwnKeyframe(address: KeyframeAddress): Promise<OwnKeyframeAnswer> {
  const where = { sceneId: address.sceneId, position: address.position };
  return editFilm(address.projectId, async (tx) => {
    await getSceneIn(tx, address);
    await tx.keyframe.updateMany({
      where: { ...where, source: 'uploaded' },
      data: { source: 'made', state: 'waiting', blobHash: null, startedAt: null, finishedAt: null },
    });
    const { blobHash } = await tx.keyframe.findUniqueOrThrow({ where: { sceneId_position: where } });
    return toAnswer(address, 'made', blobHash, []);
  });
}

const toAnswer = (
  { projectId, sceneId, position }: KeyframeAddress,
  source: OwnKeyframeAnswer['source'],
  hash: string | null,
  warnings: string[],
): OwnKeyframeAnswer => ({
  project_id: projectId,
  scene_id: sceneId,
  position,
  source,
  url: hash && blobUrl(hash),
  warnings,
});
