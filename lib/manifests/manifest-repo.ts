import { assetsJson } from '../assets/asset-json.ts';
import { db, Prisma, type Tx } from '../db/prisma.ts';
import type { Manifest as ManifestRow } from '../generated/prisma/client.ts';
import type { Cursor } from '../http/cursor.ts';
import type { ManifestBrief } from '../schemas/bulk.ts';
import type {
  CreateManifest,
  ListManifestsQuery,
  ManifestCategory,
  ManifestDetail,
  ManifestStatus,
} from '../schemas/manifest.ts';
import { holdsWords } from '../search/holds-words.ts';
import type { SoughtWord } from '../search/tsquery.ts';
import { CARD_COLUMNS, CARD_JOINS, type CardRow } from './card-query.ts';

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
    SELECT m.id AS manifest_id, m.name, m.category::text AS category, m.status::text AS status, coalesce(m.tags, '{}') AS tags, m.asset_count
    FROM manifests m WHERE ${Prisma.join(keptBy(query), ' AND ')} ORDER BY ${orderOf(query)} LIMIT ${limit}`);
}

export type FacetCount = { status: ManifestStatus; category: ManifestCategory; count: number };

/**
 * The cards of one page in list order (one more than `limit` when there is a next page; keyset on the sort column and
 * id), and how many rows the search keeps by status and category: totals and filter counts follow from it. One
 * statement, so that a search is run once for all of it.
 */
export async function findPage(
  query: ListManifestsQuery,
  sought: SoughtWord[] | null,
  after: Cursor | null,
): Promise<{ cards: CardRow[]; facets: FacetCount[] }> {
  const column = SORT_COLUMN[query.sort_by];
  const beyond = query.sort_order === 'asc' ? Prisma.sql`>` : Prisma.sql`<`;
  const where = keptBy(query);
  if (after)
    where.push(
      Prisma.sql`(${column}, m.id) ${beyond} (${after.key}${SORT_CAST[query.sort_by]}, ${after.id}::uuid)`,
    );
  const rows = await db().$queryRaw<{ cards: CardRow[]; facets: FacetCount[] }[]>(Prisma.sql`
    ${hitsOf(sought)}
    SELECT
      (SELECT coalesce(json_agg(card), '[]') FROM (
        SELECT ${CARD_COLUMNS} FROM (
          SELECT * FROM manifests m WHERE ${Prisma.join(where, ' AND ')}
          ORDER BY ${orderOf(query)} LIMIT ${query.limit + 1}) m ${CARD_JOINS}
        ORDER BY ${orderOf(query)}) card) AS cards,
      coalesce((SELECT json_agg(f) FROM (
        SELECT m.status, m.category, count(*)::int AS count
        FROM manifests m WHERE ${keeps(query)} GROUP BY 1, 2) f), '[]') AS facets`);
  return rows[0] ?? { cards: [], facets: [] };
}

export type DetailRow = {
  card: CardRow & Pick<ManifestDetail, 'total_processing_cost' | 'parent_manifest_id' | 'owner_project_id'>;
  /** Its assets in their order, as the text of a JSON array. */
  assets: string;
};

/** A live manifest with its assets, as one statement sees them; null when there is none. */
export async function findDetail(tx: Tx, id: string): Promise<DetailRow | null> {
  const [row] = await tx.$queryRaw<DetailRow[]>(Prisma.sql`
    SELECT to_json(card) AS card, ${assetsJson(Prisma.sql`card.manifest_id`)} AS assets FROM (
      SELECT ${CARD_COLUMNS}, m.total_processing_cost::float8, m.parent_manifest_id, m.owner_project_id
      FROM manifests m ${CARD_JOINS} WHERE m.id = ${id}::uuid AND m.deleted_at IS NULL) card`);
  return row ?? null;
}

/** Writes a new manifest and answers its card. */
export async function insertManifest(tx: Tx, id: string, input: CreateManifest): Promise<CardRow> {
  const [row] = await tx.$queryRaw<{ card: CardRow }[]>(Prisma.sql`
    WITH m AS (
      INSERT INTO manifests (id, name, description, category, tags)
      VALUES (${id}::uuid, ${input.name}, ${input.description ?? ''}, ${input.category}::"ManifestCategory",
        ${input.tags ?? []}::text[]) RETURNING *)
    SELECT to_json(card) AS card FROM (SELECT ${CARD_COLUMNS} FROM m ${CARD_JOINS}) card`);
  if (!row) throw new Error('The manifest was not written.');
  return row.card;
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
