import { blobUrl } from '../assets/asset-dto.ts';
import { findAsset } from '../assets/asset-repo.ts';
import { db, Prisma } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { ProjectStatus } from '../schemas/project.ts';
import { USAGE_LIMITS, type Usage } from '../schemas/usage.ts';

type UsageRow = {
  id: string;
  title: string;
  status: ProjectStatus;
  manifest_version: number;
  created_at: Date;
  shots: number[];
  still: string | null;
  film_count: number;
  shot_count: number;
};

/** The films that froze an asset, and the shots that show it. @throws AppError not-found */
export async function getAssetUsage(assetId: string): Promise<Usage> {
  if (!(await findAsset(db(), assetId)))
    throw new AppError('not-found', { detail: 'There is no such asset, or it was deleted.' });
  return findUsage([assetId]);
}

/**
 * The films that froze any of these assets, in one statement. A film's storyboard names tags, and what a tag meant is
 * read from the version it froze: indexes projects(manifest_id, created_at, id), manifest_versions(manifest_id,
 * version) and scenes(project_id, scene_index). Unknown assets are used by nothing.
 */
export async function findUsage(assetIds: string[]): Promise<Usage> {
  const rows = await db().$queryRaw<UsageRow[]>(Prisma.sql`
    WITH frozen AS MATERIALIZED (
      SELECT v.manifest_id, v.version, array_agg(v.asset_tags->>(a.id::text)) AS tags
      FROM assets a JOIN manifest_versions v ON v.manifest_id = a.manifest_id
      WHERE a.id = ANY(${assetIds}::uuid[]) AND v.asset_tags ? (a.id::text)
      GROUP BY 1, 2
    ), films AS (
      SELECT p.id, p.title, p.status::text AS status, p.manifest_version, p.created_at, shown.shots,
        coalesce(array_length(shown.shots, 1), 0) AS n
      FROM frozen f
      JOIN projects p ON p.manifest_id = f.manifest_id AND p.manifest_version = f.version AND p.deleted_at IS NULL
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(s.scene_index + 1 ORDER BY s.scene_index), '{}') AS shots
        FROM scenes s WHERE s.project_id = p.id AND s.removed_at IS NULL AND EXISTS (
          SELECT 1 FROM jsonb_array_elements(s.plan->'placements') x WHERE x->>'tag' = ANY(f.tags))) shown
    ), page AS (
      SELECT films.*, count(*) OVER ()::int AS film_count, (sum(n) OVER ())::int AS shot_count
      FROM films ORDER BY n = 0, created_at DESC, id DESC LIMIT ${USAGE_LIMITS.films}
    )
    SELECT page.*, still.hash AS still FROM page
    LEFT JOIN LATERAL (
      SELECT k.blob_hash AS hash FROM scenes s JOIN keyframes k ON k.scene_id = s.id
      WHERE s.project_id = page.id AND k.state = 'done'
      ORDER BY s.scene_index + 1 = ANY(page.shots) DESC, s.scene_index, k.position DESC LIMIT 1) still ON true
    ORDER BY n = 0, created_at DESC, page.id DESC`);
  return {
    films: rows.map((row) => ({
      project_id: row.id,
      title: row.title,
      status: row.status,
      manifest_version: row.manifest_version,
      created_at: row.created_at.toISOString(),
      shots: row.shots,
      thumbnail_url: row.still && blobUrl(row.still.trim(), 320),
    })),
    film_count: rows[0]?.film_count ?? 0,
    shot_count: rows[0]?.shot_count ?? 0,
  };
}
