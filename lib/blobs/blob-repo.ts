import type { Tx } from '../db/prisma.ts';

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

/** What the blob route needs to serve a hash; null when it is unknown. */
export async function findBlob(tx: Tx, hash: string) {
  return tx.blob.findUnique({ where: { hash } });
}
