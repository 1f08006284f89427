import { type BlobRow, insertBlobs } from '../blobs/blob-repo.ts';
import { Prisma, type Tx } from '../db/prisma.ts';
import type { TakenImage } from './image-intake.ts';

/** The files of an image that was taken in, as they are recorded. */
function blobRowsOf({ original, master, thumbs }: TakenImage): BlobRow[] {
  const thumbHashes = { 320: thumbs[320].hash, 640: thumbs[640].hash, 1280: thumbs[1280].hash };
  return [
    ...Object.values(thumbs).map((thumb) => ({ ...thumb, mediaType: 'image/webp' })),
    {
      hash: master.hash,
      size: master.size,
      mediaType: master.mediaType,
      width: master.width,
      height: master.height,
      thumbs: thumbHashes,
    },
    { hash: original.hash, size: original.size, mediaType: original.mediaType },
  ];
}

/** Records images and their files; those that are known already stay as they are. Answers how many were not. */
export async function insertTakenImages(tx: Tx, images: TakenImage[]): Promise<number> {
  await insertBlobs(tx, images.flatMap(blobRowsOf));
  const { count } = await tx.takenImage.createMany({
    skipDuplicates: true,
    data: images.map(({ original, master, hasAlpha, placeholder }) => ({
      originalHash: original.hash,
      masterHash: master.hash,
      hasAlpha,
      placeholder,
    })),
  });
  return count;
}

/** An image that was taken in before: what an asset's row says of it, and its files. */
export type ImageInStore = {
  originalHash: string;
  masterHash: string;
  width: number;
  height: number;
  hasAlpha: boolean;
  placeholder: string;
  /** Bytes and media type of the original. */
  size: number;
  mediaType: string;
  thumbHashes: string[];
};

/** Images by the hash of their bytes as sent, or of their master as assets show it; unknown ones are left out. */
export async function findTakenImages(tx: Tx, hashes: string[]): Promise<Map<string, ImageInStore>> {
  const rows = await tx.$queryRaw<(ImageInStore & { asked: string })[]>(Prisma.sql`
    SELECT asked.hash AS asked, found.original_hash AS "originalHash", found.master_hash AS "masterHash",
      found.has_alpha AS "hasAlpha", found.placeholder, master.width, master.height, original.size,
      original.media_type AS "mediaType",
      array_remove(ARRAY[master.thumb_320_hash, master.thumb_640_hash, master.thumb_1280_hash], NULL) AS "thumbHashes"
    FROM unnest(${hashes}::char(64)[]) AS asked(hash)
    CROSS JOIN LATERAL (
      SELECT * FROM taken_images t WHERE t.original_hash = asked.hash OR t.master_hash = asked.hash
      ORDER BY t.original_hash = asked.hash DESC, t.created_at LIMIT 1
    ) found
    JOIN blobs master ON master.hash = found.master_hash
    JOIN blobs original ON original.hash = found.original_hash`);
  return new Map(rows.map(({ asked, ...image }) => [asked, image]));
}
