import { blobUrl } from '../assets/asset-dto.ts';
import { db, Prisma, type Tx } from '../db/prisma.ts';
import type { Manifest as ManifestRow } from '../generated/prisma/client.ts';
import type { Cursor } from '../http/cursor.ts';
import type { AssetType } from '../schemas/asset.ts';
import type { ManifestBrief } from '../schemas/bulk.ts';
import type { ListManifestsQuery, ManifestCategory, ManifestStatus } from '../schemas/manifest.ts';
import { holdsWords } from '../search/holds-words.ts';
import type { SoughtWord } from '../search/tsquery.ts';
import { type CardFacts, errorSummary, SHEET_TILES } from './manifest-dto.ts';

/** A manifest that is not in the trash; null when there is none. */
export function findManifest(tx: Tx, id: string): Promise<ManifestRow | null> {
  return tx.manifest.findFirst({ where: { id, deletedAt: null } });
}

/** What a search found, for `hits` of a query, so that it is run once whatever asks for it. */
const hitsOf = (sought: SoughtWord[] | null) =>
  sought
    ? Prisma.sql`WITH hits AS MATERIALIZED (SELECT m.id FROM manifests m WHERE ${holdsWords(sought)})`
    : Prisma.empty;

/** Rows of the library that the search, tag and trash filters keep. `m` is manifests, `hits` what the search found. */
function keeps({
  q,
  tag,
  tags = [],
  ids,
  trashed,
}: Pick<ListManifestsQuery, 'q' | 'tag' | 'tags' | 'ids' | 'trashed'>): Prisma.Sql {
  const conditions = [
    Prisma.sql`m.owner_project_id IS NULL`,
    trashed ? Prisma.sql`m.deleted_at IS NOT NULL` : Prisma.sql`m.deleted_at IS NULL`,
  ];
  const all = tag ? [tag, ...tags] : tags;
  if (all.length > 0) conditions.push(Prisma.sql`m.tags @> ${all}::text[]`);
  if (ids) conditions.push(Prisma.sql`m.id = ANY(${ids}::uuid[])`);
  if (q !== undefined) conditions.push(Prisma.sql`m.id IN (SELECT id FROM hits)`);
  return Prisma.join(conditions, ' AND ');
}

const SORT_COLUMN = {
  updated_at: Prisma.sql`m.updated_at`,
  created_at: Prisma.sql`m.created_at`,
  name: Prisma.sql`m.name`,
  times_used: Prisma.sql`m.times_used`,
  asset_count: Prisma.sql`m.asset_count`,
} as const;

const SORT_CAST = {
  updated_at: Prisma.sql`::timestamptz`,
  created_at: Prisma.sql`::timestamptz`,
  name: Prisma.empty,
  times_used: Prisma.sql`::int`,
  asset_count: Prisma.sql`::int`,
} as const;

/** A query of the library but for its page. */
export type LibraryFilters = Omit<ListManifestsQuery, 'limit' | 'cursor'>;

/** The library rows that all filters keep. `m` is manifests, `hits` what the search found. */
function keptBy(query: LibraryFilters): Prisma.Sql[] {
  const where = [keeps(query)];
  if (query.status) where.push(Prisma.sql`m.status = ${query.status}::"ManifestStatus"`);
  if (query.category) where.push(Prisma.sql`m.category = ${query.category}::"ManifestCategory"`);
  return where;
}

function orderOf(query: LibraryFilters): Prisma.Sql {
  const direction = query.sort_order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`${SORT_COLUMN[query.sort_by]} ${direction}, m.id ${direction}`;
}

/** The first `limit` of all rows that the filters keep, in list order, with what a selection shows of them. */
export async function findBriefs(
  query: LibraryFilters,
  sought: SoughtWord[] | null,
  limit: number,
): Promise<ManifestBrief[]> {
  return db().$queryRaw<ManifestBrief[]>(Prisma.sql`
    ${hitsOf(sought)}
    SELECT m.id AS manifest_id, m.name, m.category::text AS category, m.status::text AS status, m.tags, m.asset_count
    FROM manifests m WHERE ${Prisma.join(keptBy(query), ' AND ')} ORDER BY ${orderOf(query)} LIMIT ${limit}`);
}

export type FacetCount = { status: ManifestStatus; category: ManifestCategory; count: number };

/**
 * Ids of one page in list order (one more than `limit` when there is a next page; keyset on the sort column and id), and
 * how many rows the search keeps by status and category: totals and filter counts follow from it. One statement, so
 * that a search is run once for both.
 */
export async function findPage(
  query: ListManifestsQuery,
  sought: SoughtWord[] | null,
  after: Cursor | null,
): Promise<{ ids: string[]; facets: FacetCount[] }> {
  const column = SORT_COLUMN[query.sort_by];
  const beyond = query.sort_order === 'asc' ? Prisma.sql`>` : Prisma.sql`<`;
  const where = keptBy(query);
  if (after)
    where.push(
      Prisma.sql`(${column}, m.id) ${beyond} (${after.key}${SORT_CAST[query.sort_by]}, ${after.id}::uuid)`,
    );
  const rows = await db().$queryRaw<{ ids: string[]; facets: FacetCount[] }[]>(Prisma.sql`
    ${hitsOf(sought)}
    SELECT
      ARRAY(SELECT m.id::text FROM manifests m WHERE ${Prisma.join(where, ' AND ')}
        ORDER BY ${orderOf(query)} LIMIT ${query.limit + 1}) AS ids,
      coalesce((SELECT json_agg(f) FROM (
        SELECT m.status, m.category, count(*)::int AS count
        FROM manifests m WHERE ${keeps(query)} GROUP BY 1, 2) f), '[]') AS facets`);
  return rows[0] ?? { ids: [], facets: [] };
}

type FactRow = {
  manifest_id: string;
  tiles:
    | {
        asset_id: string;
        manifest_tag: string;
        name: string;
        master_hash: string;
        width: number;
        height: number;
        has_alpha: boolean;
        placeholder: string | null;
        analysed: boolean;
      }[]
    | null;
  type_counts: Partial<Record<AssetType, number>> | null;
  total: number;
  done: number;
  failed: number;
  all_failed: number;
  all_count: number;
  failed_name: string | null;
  failed_reason: string | null;
};

/** What the cards of these manifests show of their assets, in one query for all of them. */
export async function findCardFacts(ids: string[]): Promise<Map<string, CardFacts>> {
  const rows = await db().$queryRaw<FactRow[]>(Prisma.sql`
    SELECT m.id AS manifest_id, tiles.tiles, types.type_counts, runs.*
    FROM manifests m
    LEFT JOIN LATERAL (
      SELECT json_agg(t) AS tiles FROM (
        SELECT a.id AS asset_id, a.manifest_tag, a.name, a.master_hash, a.width, a.height, a.has_alpha, a.placeholder, a.analysis_state = 'done' AS analysed
        FROM assets a WHERE a.manifest_id = m.id AND a.master_hash IS NOT NULL
        ORDER BY a.is_primary DESC, a.sort_order, a.created_at, a.id LIMIT ${SHEET_TILES}) t) tiles ON true
    LEFT JOIN LATERAL (
      SELECT json_object_agg(c.asset_type, c.n) AS type_counts FROM (
        SELECT a.asset_type, count(*)::int AS n FROM assets a WHERE a.manifest_id = m.id GROUP BY 1) c) types ON true
    LEFT JOIN LATERAL (
      SELECT
        count(*) FILTER (WHERE of_run)::int AS total,
        count(*) FILTER (WHERE of_run AND state = 'done')::int AS done,
        count(*) FILTER (WHERE of_run AND state = 'failed')::int AS failed,
        count(*) FILTER (WHERE state = 'failed')::int AS all_failed,
        count(*)::int AS all_count,
        (array_agg(name ORDER BY sort_order) FILTER (WHERE state = 'failed'))[1] AS failed_name,
        (array_agg(analysis_error ORDER BY sort_order) FILTER (WHERE state = 'failed'))[1] AS failed_reason
      FROM (
        SELECT a.analysis_state AS state, a.name, a.analysis_error, a.sort_order,
          a.analysis_run_id = (m.processing_progress->>'run_id')::uuid AS of_run
        FROM assets a WHERE a.manifest_id = m.id) s) runs ON true
    WHERE m.id = ANY(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.manifest_id, toFacts(row)]));
}

function toFacts(row: FactRow): CardFacts {
  return {
    tiles: (row.tiles ?? []).map(({ master_hash, ...tile }) => ({
      ...tile,
      thumbnail_url: blobUrl(master_hash, 320),
    })),
    typeCounts: row.type_counts ?? {},
    run: { total: row.total, done: row.done, failed: row.failed },
    errorSummary:
      row.failed_name === null
        ? null
        : errorSummary(row.all_failed, row.all_count, row.failed_name, row.failed_reason),
  };
}

/** How many films that are not deleted were started with this manifest. */
export const countProjectsUsing = (tx: Tx, manifestId: string) =>
  tx.project.count({ where: { manifestId, deletedAt: null } });

/** The newest hundred films that are not deleted and were started with this manifest. */
export function findProjectsUsing(tx: Tx, manifestId: string) {
  return tx.project.findMany({
    where: { manifestId, deletedAt: null },
    select: { id: true, title: true },
    orderBy: { createdAt: 'desc' },
    take: 100,
  });
}

/** All tags in use in the library with how often, most used first. */
export async function findTags(): Promise<{ tag: string; count: number }[]> {
  return db().$queryRaw(Prisma.sql`
    SELECT tag, count(*)::int AS count FROM manifests, unnest(tags) AS tag
    WHERE deleted_at IS NULL AND owner_project_id IS NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`);
}
