import { db, Prisma } from '../db/prisma.ts';
import type { AssetType } from '../schemas/asset.ts';
import type { ManifestStatus } from '../schemas/manifest.ts';
import type { ProjectStatus } from '../schemas/project.ts';
import { holdsWords } from './holds-words.ts';
import type { SearchedAsset } from './manifest-matches.ts';
import { allOf, type SoughtWord, tsqueryOf } from './tsquery.ts';

/** The words that were looked for, and the whole of it folded: names that begin with it come first. */
export type Sought = { words: SoughtWord[]; folded: string };

const ASSET_WORDS = Prisma.sql`asset_words(a.name, a.manifest_tag, a.user_tags)`;
const IN_LIBRARY = Prisma.sql`m.deleted_at IS NULL AND m.owner_project_id IS NULL`;

/** Names that begin with what was typed, then names that hold it, then the others; the newest first in each. */
function nearest(name: Prisma.Sql, newest: Prisma.Sql, sought: Sought | null): Prisma.Sql {
  return sought
    ? Prisma.sql`ORDER BY starts_with(lower(${name}), ${sought.folded}) DESC, strpos(lower(${name}), ${sought.folded}) > 0 DESC, ${newest}`
    : Prisma.sql`ORDER BY ${newest}`;
}

/**
 * For each of these manifests the first asset that holds all words, and for each word the first that holds it: enough
 * to say why it was found, in one query for a whole page.
 */
export async function findMatchingAssets(
  manifestIds: string[],
  words: SoughtWord[],
): Promise<Map<string, SearchedAsset[]>> {
  const tsqueries = [allOf(words), ...words.map(tsqueryOf)].filter((each) => each !== null);
  const byManifest = new Map<string, SearchedAsset[]>();
  if (manifestIds.length === 0 || tsqueries.length === 0) return byManifest;
  const rows = await db().$queryRaw<(SearchedAsset & { manifest_id: string })[]>(Prisma.sql`
    SELECT DISTINCT ON (a.manifest_id, sought.n)
      a.manifest_id, a.id AS asset_id, a.manifest_tag, a.name, a.asset_type::text, a.user_tags
    FROM unnest(${tsqueries}::text[]) WITH ORDINALITY AS sought (tsquery, n)
    JOIN assets a ON ${ASSET_WORDS} @@ sought.tsquery::tsquery
    WHERE a.manifest_id = ANY(${manifestIds}::uuid[])
    ORDER BY a.manifest_id, sought.n, a.is_primary DESC, a.sort_order, a.created_at, a.id`);
  for (const { manifest_id, ...asset } of rows) {
    const assets = byManifest.get(manifest_id) ?? [];
    if (!assets.some((each) => each.asset_id === asset.asset_id)) assets.push(asset);
    byManifest.set(manifest_id, assets);
  }
  return byManifest;
}

export type ManifestHitRow = {
  id: string;
  name: string;
  description: string;
  tags: string[];
  version: number;
  asset_count: number;
  status: ManifestStatus;
  master_hash: string | null;
};

export function findManifestHits(sought: Sought | null, limit: number): Promise<ManifestHitRow[]> {
  return db().$queryRaw<ManifestHitRow[]>(Prisma.sql`
    SELECT hit.*, cover.master_hash FROM (
      SELECT m.id, m.name, m.description, m.tags, m.version, m.asset_count, m.status::text, m.updated_at
      FROM manifests m WHERE ${IN_LIBRARY} AND ${sought ? holdsWords(sought.words) : Prisma.sql`true`}
      ${nearest(Prisma.sql`m.name`, Prisma.sql`m.updated_at DESC, m.id DESC`, sought)} LIMIT ${limit}) hit
    LEFT JOIN LATERAL (
      SELECT a.master_hash FROM assets a WHERE a.manifest_id = hit.id AND a.master_hash IS NOT NULL
      ORDER BY a.is_primary DESC, a.sort_order, a.created_at, a.id LIMIT 1) cover ON true
    ${nearest(Prisma.sql`hit.name`, Prisma.sql`hit.updated_at DESC, hit.id DESC`, sought)}`);
}

export type AssetHitRow = Omit<SearchedAsset, 'asset_type'> & {
  manifest_id: string;
  manifest_name: string;
  asset_type: AssetType;
  master_hash: string | null;
};

/** Assets of the library that hold every word themselves. */
export async function findAssetHits(sought: Sought, limit: number): Promise<AssetHitRow[]> {
  const tsquery = allOf(sought.words);
  if (tsquery === null) return [];
  return db().$queryRaw<AssetHitRow[]>(Prisma.sql`
    SELECT a.id AS asset_id, a.manifest_id, m.name AS manifest_name, a.manifest_tag, a.asset_type::text, a.name,
      a.user_tags, a.master_hash
    FROM assets a JOIN manifests m ON m.id = a.manifest_id
    WHERE ${ASSET_WORDS} @@ ${tsquery}::tsquery AND ${IN_LIBRARY}
    ${nearest(Prisma.sql`a.name`, Prisma.sql`m.updated_at DESC, a.sort_order, a.id`, sought)} LIMIT ${limit}`);
}

export type ProjectHitRow = {
  id: string;
  title: string;
  prompt: string;
  status: ProjectStatus;
  stop_requested_at: Date | null;
  total_duration: number;
  thumbnail_hash: string | null;
};

export async function findProjectHits(sought: Sought | null, limit: number): Promise<ProjectHitRow[]> {
  const tsquery = sought && allOf(sought.words);
  if (sought && tsquery === null) return [];
  const found = sought ? Prisma.sql`film_words(p.title, p.prompt) @@ ${tsquery}::tsquery` : Prisma.sql`true`;
  return db().$queryRaw<ProjectHitRow[]>(Prisma.sql`
    SELECT hit.*, still.thumbnail_hash FROM (
      SELECT p.id, p.title, p.prompt, p.status::text, p.stop_requested_at, p.total_duration, p.created_at
      FROM projects p WHERE p.deleted_at IS NULL AND ${found}
      ${nearest(Prisma.sql`p.title`, Prisma.sql`p.created_at DESC, p.id DESC`, sought)} LIMIT ${limit}) hit
    LEFT JOIN LATERAL (
      SELECT k.blob_hash AS thumbnail_hash FROM scenes s JOIN keyframes k ON k.scene_id = s.id
      WHERE s.project_id = hit.id AND k.state = 'done'
      ORDER BY s.scene_index, k.position DESC LIMIT 1) still ON true
    ${nearest(Prisma.sql`hit.title`, Prisma.sql`hit.created_at DESC, hit.id DESC`, sought)}`);
}
