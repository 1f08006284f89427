import { Prisma, type Tx } from '../db/prisma.ts';
import { type AssetType, TAG_PREFIX } from '../schemas/asset.ts';

/** `CHAR_01`: at least two digits. */
export const formatTag = (prefix: string, number: number) => `${prefix}_${String(number).padStart(2, '0')}`;

/**
 * The next `count` tags of a type's series, in order, from the manifest's counter. Counters only grow, so a number
 * is never given twice, deleted or not; two transactions wait for each other on the counter's row.
 */
export async function allocateTags(
  tx: Tx,
  manifestId: string,
  type: AssetType,
  count = 1,
): Promise<string[]> {
  const prefix = TAG_PREFIX[type];
  const rows = await tx.$queryRaw<{ last_number: number }[]>(Prisma.sql`
    INSERT INTO manifest_tag_counters (manifest_id, prefix, last_number)
    VALUES (${manifestId}::uuid, ${prefix}, ${count})
    ON CONFLICT (manifest_id, prefix) DO UPDATE SET last_number = manifest_tag_counters.last_number + ${count}
    RETURNING last_number`);
  const last = rows[0]?.last_number ?? count;
  return Array.from({ length: count }, (_, i) => formatTag(prefix, last - count + 1 + i));
}

type Tagged = { id: string; manifestId: string; manifestTag: string; sortOrder: number };

/** Notes tags that assets give up, so that an undo can give each asset its own one back and nobody else. */
export async function retireTags(tx: Tx, assets: readonly Tagged[]): Promise<void> {
  await tx.retiredTag.createMany({
    data: assets.map(({ id, manifestId, manifestTag, sortOrder }) => ({
      manifestId,
      manifestTag,
      assetId: id,
      sortOrder,
    })),
    skipDuplicates: true,
  });
}

/** The tags and places these assets had in a manifest, by asset; the last one where an asset had several. */
export async function findRetiredTags(
  tx: Tx,
  manifestId: string,
  assetIds: string[],
): Promise<{ assetId: string; manifestTag: string; sortOrder: number }[]> {
  return tx.retiredTag.findMany({ where: { manifestId, assetId: { in: assetIds } } });
}
