import { type ManifestListItem, type ProcessingProgress, processingRunSchema } from '../schemas/manifest.ts';
import type { CardRow } from './card-query.ts';

const storedRun = processingRunSchema.nullable();

/** A manifest of the library as it leaves the server. The JSON column is parsed as if foreign. */
export function toListItem(row: CardRow): ManifestListItem {
  const { processing_run, run_counts, failed_count, first_failed, type_counts, ...card } = row;
  const run = storedRun.parse(processing_run);
  return {
    ...card,
    thumbnail_url: row.sheet[0]?.thumbnail_url ?? null,
    contact_sheet_url: row.asset_count > 0 ? `/api/manifests/${row.manifest_id}/contact-sheet` : null,
    type_counts: Object.fromEntries(Object.entries(type_counts).filter(([, count]) => count > 0)),
    processing_progress: run && ({ ...run, ...run_counts } satisfies ProcessingProgress),
    error_summary: first_failed && errorSummary(failed_count, row.asset_count, first_failed),
  };
}

const errorSummary = (failed: number, all: number, { name, reason }: NonNullable<CardRow['first_failed']>) =>
  `${failed} of ${all} images failed: ${name}${reason ? `, ${reason}` : ''}`;
