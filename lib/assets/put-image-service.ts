import { BLOB_GRACE_MS } from '../blobs/sweeper.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Multipart, MultipartLimits } from '../http/multipart.ts';
import type { UploadedFile } from '../http/upload-file.ts';
import { IMAGE_LIMITS, IMAGE_MEDIA_TYPES } from '../schemas/asset.ts';
import type { StoredImage } from '../schemas/stored-image.ts';
import { blobUrl } from './asset-dto.ts';
import { type TakenImage, takeImage } from './image-intake.ts';
import { findStoredImages } from './stored-images.ts';
import { type ImageInStore, insertTakenImages } from './taken-images-repo.ts';

/** What the body of `putImage` may be: the image itself, and no envelope. */
export const PUT_IMAGE_LIMITS = {
  fileField: 'file',
  maxFiles: 1,
  maxFileBytes: IMAGE_LIMITS.bytes,
  fieldNames: [],
  rawTypes: [...IMAGE_MEDIA_TYPES, 'application/octet-stream'],
  isAlwaysRaw: true,
} as const satisfies MultipartLimits;

/** Images that this process takes in at the moment: the same bytes are decoded once, however often they are sent. */
const underway = new Map<string, Promise<{ image: TakenImage; isNew: boolean }>>();

/**
 * Stores an image under the SHA-256 of its bytes, by the same intake as an upload; what is there already is left as it is.
 * Nothing need name it for a day.
 * @throws AppError hash-mismatch; see takeImage
 */
export async function putImage(
  hash: string,
  { files: [file] }: Multipart,
  declaredType: string | null,
): Promise<{ stored: StoredImage; isNew: boolean }> {
  if (file?.sha256 !== hash)
    throw new AppError('hash-mismatch', {
      detail: 'The bytes that arrived have another SHA-256 than the address. Was the upload cut off?',
    });
  const known = (await findStoredImages(db(), [hash])).get(hash);
  if (known) return { stored: toStoredImage(hash, known), isNew: false };
  const first = underway.get(hash);
  const taking = first ?? takeNew(file, declaredType).finally(() => underway.delete(hash));
  underway.set(hash, taking);
  const { image, isNew } = await taking;
  const { original, master } = image;
  return {
    stored: {
      sha256: hash,
      size: original.size,
      media_type: original.mediaType,
      image_hash: master.hash,
      width: master.width,
      height: master.height,
      url: blobUrl(master.hash),
      warnings: image.warnings,
    },
    isNew: isNew && !first,
  };
}

async function takeNew(file: UploadedFile, declaredType: string | null) {
  const image = await takeImage({ path: file.path }, { declaredType });
  const isNew = await db().$transaction(async (tx) => {
    // A row whose files were swept: it may even say what an older decoder made of them.
    await tx.takenImage.deleteMany({
      where: { originalHash: image.original.hash, createdAt: { lt: new Date(Date.now() - BLOB_GRACE_MS) } },
    });
    return (await insertTakenImages(tx, [image])) > 0;
  });
  return { image, isNew };
}

const toStoredImage = (sha256: string, { masterHash, ...image }: ImageInStore): StoredImage => ({
  sha256,
  size: image.size,
  media_type: image.mediaType,
  image_hash: masterHash,
  width: image.width,
  height: image.height,
  url: blobUrl(masterHash),
  warnings: [],
});
