import { db } from '../db/prisma.ts';

/** Of these pictures, the smaller ones that are large enough to print. */
export async function findBlobThumbs(hashes: string[]): Promise<Map<string, string>> {
  const rows = await db().blob.findMany({
    where: { hash: { in: hashes }, thumb640Hash: { not: null } },
    select: { hash: true, thumb640Hash: true },
  });
  return new Map(rows.flatMap(({ hash, thumb640Hash }) => (thumb640Hash ? [[hash, thumb640Hash]] : [])));
}
