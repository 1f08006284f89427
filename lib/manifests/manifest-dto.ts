import { toAsset } from '../assets/asset-dto.ts';
import type { Asset as AssetRow, Manifest as ManifestRow } from '../generated/prisma/client.ts';
import type { AssetType } from '../schemas/asset.ts';
import {
  type ManifestDetail,
  type ManifestListItem,
  type ProcessingProgress,
  processingRunSchema,
  type SheetTile,
} from '../schemas/manifest.ts';

/** Tiles on a card; more fold into "+12". */
export const SHEET_TILES = 24;

/** What a card shows beside the manifest's own row, read in one query for a whole page. */
export type CardFacts = {
  tiles: SheetTile[];
  typeCounts: Partial<Record<AssetType, number>>;
  /** Assets of the present run by state. */
  run: { total: number; done: number; failed: number };
  errorSummary: string | null;
};

/** The processing column with its live counts; null when it was never analysed. */
export function toProgress(column: unknown, counts: CardFacts['run']): ProcessingProgress | null {
  const run = processingRunSchema.nullable().parse(column);
  return run && { ...run, ...counts };
}

export function toListItem(row: ManifestRow, facts: CardFacts): ManifestListItem {
  return {
    manifest_id: row.id,
    name: row.name,
    description: row.description,
    thumbnail_url: facts.tiles.find((t) => t.thumbnail_url)?.thumbnail_url ?? null,
    category: row.category,
    tags: row.tags,
    status: row.status,
    asset_count: row.assetCount,
    times_used: row.timesUsed,
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
    version: row.version,
    revision: row.revision,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    deleted_at: row.deletedAt?.toISOString() ?? null,
    contact_sheet_url: row.assetCount > 0 ? `/api/manifests/${row.id}/contact-sheet` : null,
    type_counts: facts.typeCounts,
    sheet: facts.tiles,
    processing_progress: toProgress(row.processingProgress, facts.run),
    error_summary: row.status === 'ERROR' ? facts.errorSummary : null,
  };
}

/** A manifest with its assets; the facts of its card follow from them. */
export function toDetail(row: ManifestRow, assets: AssetRow[]): ManifestDetail {
  return {
    ...toListItem(row, factsOf(row, assets)),
    total_processing_cost: row.totalProcessingCost.toNumber(),
    parent_manifest_id: row.parentManifestId,
    owner_project_id: row.ownerProjectId,
    assets: assets.map(toAsset),
  };
}

/** The card's facts, from assets in their order. */
export function factsOf(row: ManifestRow, assets: AssetRow[]): CardFacts {
  const runId = processingRunSchema.nullable().parse(row.processingProgress)?.run_id;
  const ofRun = assets.filter((a) => runId && a.analysisRunId === runId);
  const failed = assets.filter((a) => a.analysisState === 'failed');
  const typeCounts: CardFacts['typeCounts'] = {};
  for (const a of assets) typeCounts[a.assetType] = (typeCounts[a.assetType] ?? 0) + 1;
  const primaryFirst = [...assets.filter((a) => a.isPrimary), ...assets.filter((a) => !a.isPrimary)];
  return {
    tiles: primaryFirst
      .filter((a) => a.masterHash)
      .slice(0, SHEET_TILES)
      .map(toTile),
    typeCounts,
    run: {
      total: ofRun.length,
      done: ofRun.filter((a) => a.analysisState === 'done').length,
      failed: ofRun.filter((a) => a.analysisState === 'failed').length,
    },
    errorSummary: failed[0]
      ? errorSummary(failed.length, assets.length, failed[0].name, failed[0].analysisError)
      : null,
  };
}

export const errorSummary = (failed: number, all: number, name: string, reason: string | null) =>
  `${failed} of ${all} images failed: ${name}${reason ? `, ${reason}` : ''}`;

function toTile(row: AssetRow): SheetTile {
  const {
    asset_id,
    manifest_tag,
    name,
    thumbnail_url,
    width,
    height,
    has_alpha,
    placeholder,
    analysis_state,
  } = toAsset(row);
  return {
    asset_id,
    manifest_tag,
    name,
    thumbnail_url,
    width,
    height,
    has_alpha,
    placeholder,
    analysed: analysis_state === 'done',
  };
}
