import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { VersionComparison } from '#lib/schemas/version.ts';
import { apiFetch, nextCursorOf, readAnswer } from './http.ts';
import { manifestKeys } from './manifest-queries.ts';

const schemas = () => import('#lib/schemas/version.ts');

/** Under the manifest's own key: what makes the manifest stale makes its versions stale. */
export const versionKeys = {
  all: (manifestId: string) => [...manifestKeys.detail(manifestId), 'versions'] as const,
  compare: (manifestId: string, from: number, to: number) =>
    [...versionKeys.all(manifestId), 'compare', from, to] as const,
};

/** The versions of a manifest, newest first. */
export const manifestVersionsOptions = (manifestId: string) =>
  infiniteQueryOptions({
    queryKey: versionKeys.all(manifestId),
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam ? `?${new URLSearchParams({ cursor: pageParam })}` : '';
      const response = await apiFetch(`/api/manifests/${manifestId}/versions${query}`, { signal });
      return {
        items: await readAnswer(
          response,
          schemas().then((file) => file.manifestVersionSchema.array()),
        ),
        next_cursor: nextCursorOf(response.headers.get('link')),
      };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor,
  });

/** Two versions side by side. */
export const versionComparisonOptions = (manifestId: string, from: number, to: number) =>
  queryOptions({
    queryKey: versionKeys.compare(manifestId, from, to),
    queryFn: async ({ signal }): Promise<VersionComparison> => {
      const query = new URLSearchParams({ from: String(from), to: String(to) });
      const response = await apiFetch(`/api/manifests/${manifestId}/versions/compare?${query}`, { signal });
      return readAnswer(
        response,
        schemas().then((file) => file.versionComparisonSchema),
      );
    },
    placeholderData: keepPreviousData,
  });
