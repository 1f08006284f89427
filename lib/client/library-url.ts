import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import {
  type ListManifestsQuery,
  MANIFEST_CATEGORIES,
  MANIFEST_SORTS,
  MANIFEST_STATUSES,
} from '#lib/schemas/manifest.ts';
import { type ManifestFilters, NO_FILTERS } from './manifest-queries.ts';

/** The library's search parameters, the same for the server's first read and the browser. */
export const libraryParsers = {
  q: parseAsString.withDefault(NO_FILTERS.q),
  category: parseAsStringLiteral(MANIFEST_CATEGORIES),
  status: parseAsStringLiteral(MANIFEST_STATUSES),
  tags: parseAsArrayOf(parseAsString).withDefault(NO_FILTERS.tags),
  sort_by: parseAsStringLiteral(MANIFEST_SORTS).withDefault(NO_FILTERS.sort_by),
  sort_order: parseAsStringLiteral(['asc', 'desc'] as const).withDefault(NO_FILTERS.sort_order),
  trashed: parseAsBoolean.withDefault(NO_FILTERS.trashed),
};

/** One word in the address, as many tags as it has. */
export const LIBRARY_URL_KEYS = { tags: 'tag' } as const;

export type LibrarySort = {
  label: string;
  sort_by: ListManifestsQuery['sort_by'];
  sort_order: ListManifestsQuery['sort_order'];
};

export const LIBRARY_SORTS: readonly LibrarySort[] = [
  { label: 'Updated', sort_by: 'updated_at', sort_order: 'desc' },
  { label: 'Created', sort_by: 'created_at', sort_order: 'desc' },
  { label: 'Name', sort_by: 'name', sort_order: 'asc' },
  { label: 'Most used', sort_by: 'times_used', sort_order: 'desc' },
  { label: 'Most assets', sort_by: 'asset_count', sort_order: 'desc' },
];

/** Status, category and tags: what "Clear filters" clears. */
export const WITHOUT_FILTERS = { status: null, category: null, tags: [] } satisfies Partial<ManifestFilters>;

export const filterCount = ({ status, category, tags }: ManifestFilters) =>
  [status, category].filter((value) => value !== null).length + tags.length;
