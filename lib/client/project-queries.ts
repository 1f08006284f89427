import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { isActive } from '#lib/projects/project-state.ts';
import type {
  ProjectDetail,
  ProjectListItem,
  ProjectStatus,
  ProjectStatusAnswer,
} from '#lib/schemas/project.ts';
import { apiFetch, nextCursorOf, readAnswer } from './http.ts';

export const projectSchemas = () => import('#lib/schemas/project.ts');

export type ProjectFilters = { q: string; status: ProjectStatus | null };
export type ProjectPage = { items: ProjectListItem[]; next_cursor: string | null; total: number };

export const PROJECT_PAGE_SIZE = 30;
/** How often a list with a running film in it is read again. */
const RUNNING_MS = 2000;

export const projectKeys = {
  all: ['projects'] as const,
  lists: () => [...projectKeys.all, 'list'] as const,
  list: (filters: ProjectFilters) => [...projectKeys.lists(), filters] as const,
  detail: (id: string) => [...projectKeys.all, 'detail', id] as const,
  snapshot: (id: string) => [...projectKeys.all, 'snapshot', id] as const,
};

async function fetchPage(filters: ProjectFilters, cursor: string | null, signal: AbortSignal) {
  const query = new URLSearchParams({ limit: String(PROJECT_PAGE_SIZE) });
  if (filters.q.trim()) query.set('q', filters.q.trim());
  if (filters.status) query.set('status', filters.status);
  if (cursor) query.set('cursor', cursor);
  const response = await apiFetch(`/api/projects?${query}`, { signal });
  const items = await readAnswer(
    response,
    projectSchemas().then((file) => file.projectListItemSchema.array()),
  );
  const total = Number(response.headers.get('x-total-count') ?? items.length);
  return { items, next_cursor: nextCursorOf(response.headers.get('link')), total } satisfies ProjectPage;
}

export const projectListOptions = (filters: ProjectFilters) =>
  infiniteQueryOptions({
    queryKey: projectKeys.list(filters),
    queryFn: ({ pageParam, signal }) => fetchPage(filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ProjectPage) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(isActive)) ? RUNNING_MS : false,
  });

export const projectDetailOptions = (id: string) =>
  queryOptions({
    queryKey: projectKeys.detail(id),
    queryFn: async ({ signal }) =>
      readAnswer(
        await apiFetch(`/api/projects/${id}`, { signal }),
        projectSchemas().then((file) => file.projectDetailSchema),
      ),
  });

/** The frozen manifest and how the library differs from it by now. */
export const projectSnapshotOptions = (id: string) =>
  queryOptions({
    queryKey: projectKeys.snapshot(id),
    queryFn: async ({ signal }) => {
      const response = await apiFetch(`/api/projects/${id}/snapshot?diff=live`, { signal });
      return readAnswer(
        response,
        projectSchemas().then((file) => file.snapshotAnswerSchema),
      );
    },
  });

/** What a status event says of a film, before the whole film is read again. */
export function withStatus(detail: ProjectDetail, event: ProjectStatusAnswer): ProjectDetail {
  if (event.updated_at < detail.updated_at) return detail;
  const { status, stop_requested, stages, error_message, film_url, updated_at } = event;
  return { ...detail, status, stop_requested, stages, error_message, film_url, updated_at };
}
