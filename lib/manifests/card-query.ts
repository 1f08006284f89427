import { instantOf, THUMBNAIL_URL } from '../assets/asset-json.ts';
import { Prisma } from '../db/prisma.ts';
import { ASSET_TYPES } from '../schemas/asset.ts';
import type { ManifestListItem } from '../schemas/manifest.ts';

/** Tiles on a card; more fold into "+12". */
const SHEET_TILES = 24;

/** A card as the database makes it; `toListItem` makes the rest. */
export type CardRow = Omit<
  ManifestListItem,
  'thumbnail_url' | 'contact_sheet_url' | 'type_counts' | 'processing_progress' | 'error_summary'
> & {
  type_counts: Record<string, number>;
  /** The stored run, not parsed; null: never analysed. */
  processing_run: unknown;
  /** Assets of the present run by state. */
  run_counts: { total: number; done: number; failed: number };
  failed_count: number;
  /** Only of a manifest with status ERROR. */
  first_failed: { name: string; reason: string | null } | null;
};

const TYPE_COUNTS = Prisma.join(
  ASSET_TYPES.map(
    (type) => Prisma.sql`${Prisma.raw(`'${type}', count(*) FILTER (WHERE a.asset_type = '${type}')`)}`,
  ),
);
const OF_RUN = Prisma.sql`a.analysis_run_id = (m.processing_progress->>'run_id')::uuid`;

/**
 * What a card shows of the manifests `m`, beside their own columns what follows from their assets, in one pass over these
 * and one for the tiles. `m` is whatever query or statement answers whole rows of `manifests`.
 */
export const CARD_COLUMNS = Prisma.sql`
  m.id AS manifest_id, m.name, m.description, m.category, coalesce(m.tags, '{}') AS tags, m.status, m.asset_count, m.times_used,
  ${instantOf(Prisma.sql`m.last_used_at`)} AS last_used_at, m.version, m.revision,
  ${instantOf(Prisma.sql`m.created_at`)} AS created_at, ${instantOf(Prisma.sql`m.updated_at`)} AS updated_at,
  ${instantOf(Prisma.sql`m.deleted_at`)} AS deleted_at, m.processing_progress AS processing_run,
  facts.type_counts, facts.run_counts, facts.failed_count, coalesce(tiles.sheet, '[]') AS sheet,
  CASE WHEN m.status = 'ERROR' THEN (
    SELECT json_build_object('name', a.name, 'reason', a.analysis_error) FROM assets a
    WHERE a.manifest_id = m.id AND a.analysis_state = 'failed' ORDER BY a.sort_order, a.created_at, a.id LIMIT 1)
  END AS first_failed`;

/** Stands behind `FROM … m` of what selects `CARD_COLUMNS`. */
export const CARD_JOINS = Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT json_build_object(${TYPE_COUNTS}) AS type_counts,
      json_build_object('total', count(*) FILTER (WHERE ${OF_RUN}),
        'done', count(*) FILTER (WHERE ${OF_RUN} AND a.analysis_state = 'done'),
        'failed', count(*) FILTER (WHERE ${OF_RUN} AND a.analysis_state = 'failed')) AS run_counts,
      count(*) FILTER (WHERE a.analysis_state = 'failed') AS failed_count
    FROM assets a WHERE a.manifest_id = m.id) facts
  CROSS JOIN LATERAL (
    SELECT json_agg(tile) AS sheet FROM (
      SELECT a.id AS asset_id, a.manifest_tag, a.name, ${THUMBNAIL_URL} AS thumbnail_url, a.width, a.height, a.has_alpha,
        a.placeholder, a.analysis_state = 'done' AS analysed
      FROM assets a WHERE a.manifest_id = m.id AND a.master_hash IS NOT NULL
      ORDER BY a.is_primary DESC, a.sort_order, a.created_at, a.id LIMIT ${Prisma.raw(String(SHEET_TILES))}) tile) tiles`;
