import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ProjectDetail, ProjectListItem, ProjectNews, ProjectStatus } from '#lib/schemas/project.ts';
import { apiFetch, nextCursorOf, readAnswer } from './http.ts';

export const projectSchemas = () => import('#lib/schemas/project.ts');

export type ProjectFilters = { q: string; status: ProjectStatus | null };
export type ProjectPage = { items: ProjectListItem[]; next_cursor: string | null; total: number };

export const PROJECT_PAGE_SIZE = 30;

export const projectKeys = {
  all: ['projects'] as const,
  lists: () => [...projectKeys.all, 'list'] as const,
  list: (filters: ProjectFilters) => [...projectKeys.lists(), filters] as const,
  running: () => [...projectKeys.lists(), 'running'] as const,
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

/** A film with what an event says of it: where it stands, and its steps as far as they changed. */
export function withNews(detail: ProjectDetail, news: ProjectNews): ProjectDetail {
  if (news.updated_at < detail.updated_at) return detail;
  const { status, stop_requested, stages, error_message, film_url, updated_at } = news;
  const changed = new Map(news.scenes.map((scene) => [scene.scene_id, scene]));
  const scenes =
    changed.size > 0
      ? detail.scenes.map((scene) => ({ ...scene, ...changed.get(scene.scene_id) }))
      : detail.scenes;
  const facts = { status, stop_requested, stages, error_message, film_url, updated_at };
  return { ...detail, ...facts, scenes, scenes_done: news.clips.done };
}

/** Whether an event tells of something that it does not carry: another stage, scenes that the page has not. */
export const isWholeReadDue = (before: ProjectDetail | undefined, news: ProjectNews): boolean =>
  before === undefined ||
  before.status !== news.status ||
  before.stop_requested !== news.stop_requested ||
  before.scenes.length !== news.clips.total;

/** A page of films with the running ones as they are now. */
export function withRunning(page: ProjectPage, running: ProjectListItem[]): ProjectPage {
  const byId = new Map(running.map((film) => [film.project_id, film]));
  return { ...page, items: page.items.map((film) => byId.get(film.project_id) ?? film) };
}
