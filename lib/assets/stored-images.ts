import { blobStore } from '../blobs/store-instance.ts';
import type { Tx } from '../db/prisma.ts';
import { findTakenImages, type ImageInStore } from './taken-images-repo.ts';

/**
 * Images that are in the store whole, by the hashes they were asked for. Their files are made young again: the sweeper
 * leaves them for another day, long enough for the row that is to name them.
 */
export async function findStoredImages(tx: Tx, hashes: string[]): Promise<Map<string, ImageInStore>> {
  const known = await findTakenImages(tx, [...new Set(hashes)]);
  const blobs = blobStore();
  const whole = await Promise.all(
    [...known].map(async ([hash, image]) => {
      const files = [image.originalHash, image.masterHash, ...image.thumbHashes];
      return (await Promise.all(files.map((file) => blobs.touch(file)))).every(Boolean) ? hash : null;
    }),
  );
  return new Map([...known].filter(([hash]) => whole.includes(hash)));
}
