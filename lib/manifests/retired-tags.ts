import { Prisma, type Tx } from '../db/prisma.ts';
import type { RetiredTag } from '../schemas/film-plan.ts';

/**
 * Which of these tags the manifest has given once and has no longer, with the version that is without it and the tag
 * that its asset goes by now. The counter of a series tells what was ever given; kept versions tell to whom.
 */
export async function findRetired(tx: Tx, manifestId: string, tags: string[]): Promise<RetiredTag[]> {
  return tx.$queryRaw<RetiredTag[]>(Prisma.sql`
    SELECT t.tag AS manifest_tag,
      (SELECT max(v.version) + 1 FROM manifest_versions v
        WHERE v.manifest_id = ${manifestId}::uuid
          AND EXISTS (SELECT 1 FROM jsonb_each_text(v.asset_tags) e WHERE e.value = t.tag)) AS version,
      (SELECT a.manifest_tag FROM assets a
        WHERE a.manifest_id = ${manifestId}::uuid
          AND (a.id IN (SELECT r.asset_id FROM retired_tags r
                WHERE r.manifest_id = a.manifest_id AND r.manifest_tag = t.tag)
            OR EXISTS (SELECT 1 FROM manifest_versions v
                WHERE v.manifest_id = a.manifest_id AND v.asset_tags->>(a.id::text) = t.tag))
        ORDER BY a.sort_order LIMIT 1) AS now
    FROM unnest(${tags}::text[]) WITH ORDINALITY AS t (tag, place)
    JOIN manifest_tag_counters c
      ON c.manifest_id = ${manifestId}::uuid AND c.prefix = split_part(t.tag, '_', 1)
      AND c.last_number >= split_part(t.tag, '_', 2)::numeric
    WHERE split_part(t.tag, '_', 2)::numeric >= 1
      AND NOT EXISTS (SELECT 1 FROM assets a
        WHERE a.manifest_id = ${manifestId}::uuid AND a.manifest_tag = t.tag)
    ORDER BY t.place`);
}
