import { Prisma, type Tx } from '../db/prisma.ts';

/** A row of `blobs` to be: the file is in the store already. */
export type BlobRow = {
  hash: string;
  size: number;
  mediaType: string;
  /** Of pictures and films that were made here; a file as it was uploaded has none. */
  width?: number;
  height?: number;
  thumbs?: Partial<Record<320 | 640 | 1280, string>>;
};

/** Records stored blobs; those that are known already stay as they are. */
export async function insertBlobs(tx: Tx, rows: BlobRow[]): Promise<void> {
  await tx.blob.createMany({
    skipDuplicates: true,
    data: rows.map(({ thumbs = {}, width, height, ...row }) => ({
      ...row,
      width: width ?? null,
      height: height ?? null,
      thumb320Hash: thumbs[320] ?? null,
      thumb640Hash: thumbs[640] ?? null,
      thumb1280Hash: thumbs[1280] ?? null,
    })),
  });
}

/** `width` is null of a file as it was uploaded. */
export type ServedBlob = { hash: string; size: number; mediaType: string; width: number | null };

/**
 * What is served for a hash: at a thumbnail width its thumbnail, or the picture itself where it has none. Null when it is
 * unknown.
 */
export async function findServedBlob(
  tx: Tx,
  hash: string,
  width?: '320' | '640' | '1280',
): Promise<ServedBlob | null> {
  const [row] = await tx.$queryRaw<ServedBlob[]>(Prisma.sql`
    SELECT served.hash, served.size, served.media_type AS "mediaType", served.width
    FROM blobs b JOIN blobs served ON served.hash = ${width ? THUMBNAIL[width] : Prisma.sql`b.hash`}
    WHERE b.hash = ${hash}`);
  return row ?? null;
}

const THUMBNAIL = {
  320: Prisma.sql`coalesce(b.thumb_320_hash, b.hash)`,
  640: Prisma.sql`coalesce(b.thumb_640_hash, b.hash)`,
  1280: Prisma.sql`coalesce(b.thumb_1280_hash, b.hash)`,
};
