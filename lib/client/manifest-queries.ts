import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
} from '@tanstack/react-query';
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
  tag: string | null;
  sort_by: ListManifestsQuery['sort_by'];
  sort_order: ListManifestsQuery['sort_order'];
  trashed: boolean;
};

export const NO_FILTERS: ManifestFilters = {
  q: '',
  category: null,
  status: null,
  tag: null,
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

export const MANIFEST_PAGE_SIZE = 40;
/** How often a list with an analysis in it is read again, for each page of it that is on the screen. */
const PROCESSING_MS = 1000;

export const manifestKeys = {
  all: ['manifests'] as const,
  lists: () => [...manifestKeys.all, 'list'] as const,
  list: (filters: ManifestFilters) => [...manifestKeys.lists(), filters] as const,
  details: () => [...manifestKeys.all, 'detail'] as const,
  detail: (id: string) => [...manifestKeys.details(), id] as const,
  tags: () => [...manifestKeys.all, 'tags'] as const,
  total: (trashed: boolean) => [...manifestKeys.all, 'total', trashed] as const,
};

/** The query parameters of these filters: what is not set is left out. */
export function listParameters(filters: ManifestFilters, cursor: string | null): Record<string, string> {
  return {
    sort_by: filters.sort_by,
    sort_order: filters.sort_order,
    limit: String(MANIFEST_PAGE_SIZE),
    ...(filters.q.trim() && { q: filters.q.trim() }),
    ...(filters.category && { category: filters.category }),
    ...(filters.status && { status: filters.status }),
    ...(filters.tag && { tag: filters.tag }),
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

const isAnalysing = (pages: ManifestPages | undefined) =>
  pages?.pages.some((page) => page.items.some((item) => item.status === 'PROCESSING')) ?? false;

export const manifestListOptions = (filters: ManifestFilters) =>
  infiniteQueryOptions({
    queryKey: manifestKeys.list(filters),
    queryFn: ({ pageParam, signal }) => fetchPage(filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ManifestPage) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      isAnalysing(data) ? PROCESSING_MS * (data?.pages.length ?? 1) : false,
  });

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
export function withoutManifest(pages: ManifestPages, id: string): ManifestPages {
  const gone = pages.pages.flatMap((page) => page.items).find((item) => item.manifest_id === id);
  if (!gone) return pages;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.filter((item) => item.manifest_id !== id),
      total: page.total - 1,
      counts: {
        status: minusOne(page.counts.status, gone.status),
        category: minusOne(page.counts.category, gone.category),
      },
    })),
  };
}

function minusOne<K extends string>(counts: Partial<Record<K, number>>, key: K): Partial<Record<K, number>> {
  return { ...counts, [key]: Math.max(0, (counts[key] ?? 0) - 1) };
}

/** All rows read so far. A row that moved between two pages while they were read stands once. */
export function itemsOf(pages: ManifestPages): ManifestListItem[] {
  const byId = new Map(pages.pages.flatMap((page) => page.items).map((item) => [item.manifest_id, item]));
  return [...byId.values()];
}
