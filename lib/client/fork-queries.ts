import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ForkInput, ForkPreview } from '#lib/schemas/fork.ts';
import { apiFetch, readAnswer } from './http.ts';
import { projectKeys } from './project-queries.ts';

const schemas = () => import('#lib/schemas/fork.ts');

/** Under the film's own key: what makes the film stale makes these stale. */
const forkKeys = {
  list: (id: string) => [...projectKeys.detail(id), 'forks'] as const,
  preview: (id: string, input: ForkInput) => [...projectKeys.detail(id), 'fork-preview', input] as const,
};

/** What a film was forked from, and its own forks. */
export const forksOptions = (id: string) =>
  queryOptions({
    queryKey: forkKeys.list(id),
    queryFn: async ({ signal }) =>
      readAnswer(
        await apiFetch(`/api/projects/${id}/forks`, { signal }),
        schemas().then((file) => file.forksSchema),
      ),
  });

/** What a fork with these settings would share and make. */
export const forkPreviewOptions = (id: string, input: ForkInput) =>
  queryOptions({
    queryKey: forkKeys.preview(id, input),
    queryFn: async ({ signal }): Promise<ForkPreview> => {
      const response = await apiFetch(`/api/projects/${id}/fork?dry_run=true`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
        signal,
      });
      return readAnswer(
        response,
        schemas().then((file) => file.forkPreviewSchema),
      );
    },
    placeholderData: keepPreviousData,
  });
