import { Prisma } from '../db/prisma.ts';

/** An instant as JSON has it: ISO 8601 in UTC with milliseconds, like `toISOString`. */
export const instantOf = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** `blobUrl` of a column of `a`, at thumbnail width 320 where `query` says so. */
const MASTER_URL = Prisma.sql`'/api/blobs/' || a.master_hash`;
export const THUMBNAIL_URL = Prisma.sql`'/api/blobs/' || a.master_hash || '?w=320'`;

/**
 * The columns of `toAsset`, made by the database from `assets a`: the answers that hold many assets are read so, because
 * to carry each column through Prisma and to parse and to write it again costs ten times what the database takes. A test
 * holds the two against each other.
 */
export const ASSET_COLUMNS = Prisma.sql`
  a.id AS asset_id, a.manifest_id, a.asset_type, a.name, a.manifest_tag, coalesce(a.user_tags, '{}') AS user_tags,
  ${MASTER_URL} AS reference_image_url, ${THUMBNAIL_URL} AS thumbnail_url, a.master_hash AS image_hash,
  a.width, a.height, a.has_alpha, a.placeholder, a.file_name, a.description, a.source, a.sort_order, a.is_primary,
  a.source_asset_id, a.view_of_id AS view_of_asset_id, a.view, a.analysis_state, a.analysis_error, a.reverse_prompt,
  CASE WHEN a.reverse_prompt IS NULL THEN NULL WHEN a.reverse_prompt_by_user THEN 'user' ELSE 'analysis' END
    AS reverse_prompt_origin,
  a.visual_description,
  CASE WHEN a.visual_description IS NULL THEN NULL WHEN a.visual_by_user THEN 'user' ELSE 'analysis' END
    AS visual_description_origin,
  a.detection_class, a.detection_confidence, a.is_face_crop, a.crop_bbox, a.detections, a.quality_score,
  a.quality_reasons, a.palette, a.perceptual_hash, a.revision,
  ${instantOf(Prisma.sql`a.created_at`)} AS created_at, ${instantOf(Prisma.sql`a.updated_at`)} AS updated_at`;

/** The assets of a manifest in their order, as the text of a JSON array. */
export const assetsJson = (manifestId: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(each), '[]')::text FROM (
    SELECT ${ASSET_COLUMNS} FROM assets a WHERE a.manifest_id = ${manifestId}
    ORDER BY a.sort_order, a.created_at, a.id) each)`;
