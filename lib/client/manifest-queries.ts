import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
} from '@tanstack/react-query';
import type { ManifestBrief } from '#lib/schemas/bulk.ts';
import type {
  ListManifestsQuery,
  ManifestCategory,
  ManifestDetail,
  ManifestListItem,
  ManifestStatus,
} from '#lib/schemas/manifest.ts';
import { apiFetch, nextCursorOf, readAnswer } from './http.ts';

const schemas = () => import('#lib/schemas/manifest.ts');

/** What the library's address says. */
export type ManifestFilters = {
  q: string;
  category: ManifestCategory | null;
  status: ManifestStatus | null;
  /** All of them. */
  tags: string[];
  sort_by: ListManifestsQuery['sort_by'];
  sort_order: ListManifestsQuery['sort_order'];
  trashed: boolean;
};

export const NO_FILTERS: ManifestFilters = {
  q: '',
  category: null,
  status: null,
  tags: [],
  sort_by: 'updated_at',
  sort_order: 'desc',
  trashed: false,
};

export type ManifestPage = {
  items: ManifestListItem[];
  next_cursor: string | null;
  total: number;
  counts: {
    status: Partial<Record<ManifestStatus, number>>;
    category: Partial<Record<ManifestCategory, number>>;
  };
};
export type ManifestPages = InfiniteData<ManifestPage>;

/** The first page is there soon; later ones are long, so that a long list takes few. */
export const MANIFEST_PAGE_SIZE = { first: 40, next: 120 } as const;
/** How often what an analysis changes is read again. */
const PROCESSING_MS = 1000;

export const manifestKeys = {
  all: ['manifests'] as const,
  lists: () => [...manifestKeys.all, 'list'] as const,
  list: (filters: ManifestFilters) => [...manifestKeys.lists(), filters] as const,
  details: () => [...manifestKeys.all, 'detail'] as const,
  detail: (id: string) => [...manifestKeys.details(), id] as const,
  live: (ids: string[]) => [...manifestKeys.all, 'live', ids] as const,
  tags: () => [...manifestKeys.all, 'tags'] as const,
  total: (trashed: boolean) => [...manifestKeys.all, 'total', trashed] as const,
};

/** A list as one query parameter. */
const listParameter = (parts: string[]) => parts.map((part) => part.replaceAll(',', '%2C')).join(',');

/** The query parameters of these filters: what is not set is left out. */
export function listParameters(filters: ManifestFilters, cursor: string | null): Record<string, string> {
  return {
    sort_by: filters.sort_by,
    sort_order: filters.sort_order,
    limit: String(cursor ? MANIFEST_PAGE_SIZE.next : MANIFEST_PAGE_SIZE.first),
    ...(filters.q.trim() && { q: filters.q.trim() }),
    ...(filters.category && { category: filters.category }),
    ...(filters.status && { status: filters.status }),
    ...(filters.tags.length > 0 && { tags: listParameter(filters.tags) }),
    ...(filters.trashed && { trashed: 'true' }),
    ...(cursor && { cursor }),
  };
}

async function fetchPage(
  filters: ManifestFilters,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ManifestPage> {
  const query = new URLSearchParams(listParameters(filters, cursor));
  const response = await apiFetch(`/api/manifests?${query}`, { signal });
  const { manifestListItemSchema, manifestCountsSchema } = await schemas();
  const items = manifestListItemSchema.array().parse(await response.json());
  const counts = manifestCountsSchema.safeParse(JSON.parse(response.headers.get('x-counts') ?? 'null'));
  return {
    items,
    next_cursor: nextCursorOf(response.headers.get('link')),
    total: Number(response.headers.get('x-total-count') ?? items.length),
    counts: counts.data ?? { status: {}, category: {} },
  };
}

export const manifestListOptions = (filters: ManifestFilters) =>
  infiniteQueryOptions({
    queryKey: manifestKeys.list(filters),
    queryFn: ({ pageParam, signal }) => fetchPage(filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ManifestPage) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

/** The present state of some manifests of the list (200 at most), read again and again. */
export const liveManifestsOptions = (ids: string[], trashed: boolean) =>
  queryOptions({
    queryKey: manifestKeys.live(ids),
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ ids: listParameter(ids), limit: '200', trashed: String(trashed) });
      const response = await apiFetch(`/api/manifests?${query}`, { signal });
      return readAnswer(
        response,
        schemas().then((file) => file.manifestListItemSchema.array()),
      );
    },
    enabled: ids.length > 0,
    refetchInterval: PROCESSING_MS,
    // A state of a moment ago is worth nothing.
    gcTime: 0,
  });

/** Everything these filters keep, in brief: what "select all" selects. */
export async function fetchBriefs(filters: ManifestFilters): Promise<ManifestBrief[]> {
  const { limit: _, ...parameters } = listParameters(filters, null);
  const response = await apiFetch(`/api/manifests/ids?${new URLSearchParams(parameters)}`);
  return readAnswer(
    response,
    import('#lib/schemas/bulk.ts').then((file) => file.manifestBriefSchema.array()),
  );
}

export const manifestDetailOptions = (id: string) =>
  queryOptions({
    queryKey: manifestKeys.detail(id),
    queryFn: async ({ signal }): Promise<ManifestDetail> =>
      readAnswer(
        await apiFetch(`/api/manifests/${id}`, { signal }),
        schemas().then((file) => file.manifestDetailSchema),
      ),
  });

/** How many manifests the library (or the trash) holds, whatever the filters say. */
export const manifestTotalOptions = (trashed: boolean) =>
  queryOptions({
    queryKey: manifestKeys.total(trashed),
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ limit: '1', trashed: String(trashed) });
      const response = await apiFetch(`/api/manifests?${query}`, { signal });
      return Number(response.headers.get('x-total-count') ?? 0);
    },
  });

/** All tags of the library, most used first. */
export const manifestTagsOptions = () =>
  queryOptions({
    queryKey: manifestKeys.tags(),
    queryFn: async ({ signal }) =>
      readAnswer(
        await apiFetch('/api/tags', { signal }),
        schemas().then((file) => file.tagCountsSchema),
      ),
  });

/** The list without these manifests, totals and counts with it. */
export function withoutManifests(pages: ManifestPages, ids: ReadonlySet<string>): ManifestPages {
  const gone = itemsOf(pages).filter((item) => ids.has(item.manifest_id));
  if (gone.length === 0) return pages;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.filter((item) => !ids.has(item.manifest_id)),
      total: page.total - gone.length,
      counts: {
        status: minus(
          page.counts.status,
          gone.map((item) => item.status),
        ),
        category: minus(
          page.counts.category,
          gone.map((item) => item.category),
        ),
      },
    })),
  };
}

function minus<K extends string>(counts: Partial<Record<K, number>>, keys: K[]): Partial<Record<K, number>> {
  const left = { ...counts };
  for (const key of keys) left[key] = Math.max(0, (left[key] ?? 0) - 1);
  return left;
}

/** The list with the newer state of some of its rows. */
export function withNewer(pages: ManifestPages, newer: readonly ManifestListItem[]): ManifestPages {
  const byId = new Map(newer.map((item) => [item.manifest_id, item]));
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => byId.get(item.manifest_id) ?? item),
    })),
  };
}

/** All rows read so far. A row that moved between two pages while they were read stands once. */
export function itemsOf(pages: ManifestPages): ManifestListItem[] {
  const byId = new Map(pages.pages.flatMap((page) => page.items).map((item) => [item.manifest_id, item]));
  return [...byId.values()];
}
