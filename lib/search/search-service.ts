import { blobUrl } from '../assets/asset-dto.ts';
import type { AssetHit, ManifestHit, ProjectHit, SearchAnswer, SearchQuery } from '../schemas/search.ts';
import type { SearchMatch } from '../schemas/search-match.ts';
import { excerpt } from './excerpt.ts';
import { fold } from './fold.ts';
import { assetMatches, manifestMatches } from './manifest-matches.ts';
import { matchRanges } from './match-ranges.ts';
import {
  type AssetHitRow,
  findAssetHits,
  findManifestHits,
  findMatchingAssets,
  findProjectHits,
  type ManifestHitRow,
  type ProjectHitRow,
} from './search-repo.ts';
import { seekWords } from './sought-words.ts';
import type { SoughtWord } from './tsquery.ts';

/** The best few manifests, assets and films for what was typed; without it, what was changed or made last. */
export async function searchEverything({ q, limit }: SearchQuery): Promise<SearchAnswer> {
  const sought = q === undefined ? null : { words: await seekWords(q, 'library'), folded: fold(q) };
  const [manifests, assets, projects] = await Promise.all([
    findManifestHits(sought, limit),
    sought ? findAssetHits(sought, limit) : [],
    findProjectHits(sought, limit),
  ]);
  const words = sought?.words ?? [];
  const matches = await findMatches(manifests, words);
  return {
    manifests: manifests.map((row) => toManifestHit(row, matches.get(row.id) ?? [])),
    assets: assets.map((row) => toAssetHit(row, words)),
    projects: projects.map((row) => toProjectHit(row, q ?? '')),
  };
}

type Found = { id: string; name: string; description: string; tags: string[] };

/** Why each manifest of a page was found, in one query for all of them. */
export async function findMatches(
  manifests: Found[],
  sought: SoughtWord[],
): Promise<Map<string, SearchMatch[]>> {
  if (sought.length === 0) return new Map();
  const assets = await findMatchingAssets(
    manifests.map(({ id }) => id),
    sought,
  );
  const words = sought.map(({ word }) => word);
  return new Map(
    manifests.map((manifest) => [
      manifest.id,
      manifestMatches({ ...manifest, assets: assets.get(manifest.id) ?? [] }, words),
    ]),
  );
}

const thumbnail = (hash: string | null) => hash && blobUrl(hash, 320);

function toManifestHit(row: ManifestHitRow, matches: SearchMatch[]): ManifestHit {
  const { id, name, version, asset_count, status, master_hash } = row;
  return {
    manifest_id: id,
    name,
    version,
    asset_count,
    status,
    thumbnail_url: thumbnail(master_hash),
    matches,
  };
}

function toAssetHit(row: AssetHitRow, words: SoughtWord[]): AssetHit {
  const { master_hash, user_tags: _, ...asset } = row;
  return {
    ...asset,
    thumbnail_url: thumbnail(master_hash),
    matches: assetMatches(
      row,
      words.map(({ word }) => word),
    ),
  };
}

function toProjectHit(row: ProjectHitRow, q: string): ProjectHit {
  const ranges = matchRanges(row.title, q);
  const inPrompt = ranges.length > 0 ? [] : matchRanges(row.prompt, q);
  return {
    project_id: row.id,
    title: row.title,
    status: row.status,
    stop_requested: row.stop_requested_at !== null,
    total_duration: row.total_duration,
    thumbnail_url: thumbnail(row.thumbnail_hash),
    prompt: inPrompt.length > 0 ? excerpt(row.prompt, inPrompt) : null,
    ranges,
  };
}
