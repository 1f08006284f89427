import { db, Prisma, type Tx } from '../db/prisma.ts';

/** A kept version as the list shows it, with the films that are not deleted and froze it. */
export type KeptVersion = {
  version: number;
  digest: string;
  restored_from_version: number | null;
  began_at: Date;
  changes: unknown;
  /** Only where the changes must be worked out, of this version or the next one; else null. */
  data: unknown;
  films: number;
  newest_id: string | null;
  newest_title: string | null;
};

type Page = { manifestId: string; present: number; before: number | null; limit: number };

/**
 * Kept versions, newest first, one more than `limit`, in one statement: index manifest_versions(manifest_id, version).
 * Contents of up to 2,000 assets stay in the database unless changes were never noted.
 */
export function findKeptVersions({ manifestId, present, before, limit }: Page): Promise<KeptVersion[]> {
  return db().$queryRaw<KeptVersion[]>(Prisma.sql`
    WITH kept AS (
      SELECT version, digest, restored_from_version, began_at, changes,
        changes IS NULL
          OR coalesce(lead(changes IS NULL) OVER (ORDER BY version), version < ${present}) AS is_compared
      FROM manifest_versions WHERE manifest_id = ${manifestId}::uuid
    ), films AS (
      SELECT manifest_version, count(*)::int AS films,
        (array_agg(id ORDER BY created_at DESC, id DESC))[1]::text AS newest_id,
        (array_agg(title ORDER BY created_at DESC, id DESC))[1] AS newest_title
      FROM projects WHERE manifest_id = ${manifestId}::uuid AND deleted_at IS NULL GROUP BY 1
    )
    SELECT k.version, k.digest, k.restored_from_version, k.began_at, k.changes,
      CASE WHEN k.is_compared THEN (
        SELECT v.data FROM manifest_versions v WHERE v.manifest_id = ${manifestId}::uuid AND v.version = k.version
      ) END AS data,
      coalesce(f.films, 0) AS films, f.newest_id, f.newest_title
    FROM kept k LEFT JOIN films f ON f.manifest_version = k.version
    WHERE ${before === null ? Prisma.sql`true` : Prisma.sql`k.version < ${before}`}
    ORDER BY k.version DESC LIMIT ${limit + 1}`);
}

/** How many versions the list has: those that were kept, and the present one. */
export async function countVersions(manifestId: string, present: number): Promise<number> {
  const kept = await db().manifestVersion.count({ where: { manifestId, version: { not: present } } });
  return kept + 1;
}

/** One kept version whole; null when there is none of that number. */
export const findKeptVersion = (tx: Tx, manifestId: string, version: number) =>
  tx.manifestVersion.findUnique({
    where: { manifestId_version: { manifestId, version } },
    omit: { assetTags: true },
  });
