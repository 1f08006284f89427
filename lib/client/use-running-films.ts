'use client';
import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProjectListItem } from '#lib/schemas/project.ts';
import { type ProjectPage, projectKeys, withRunning } from './project-queries.ts';
import { readFilms, runningFilmsOptions } from './running-film-query.ts';
import { useEventStream } from './use-event-stream.ts';

/** How often they are read while events do not come through. */
const POLL_MS = 5000;

/**
 * The films that are being made now. While there are any, one stream keeps them and their rows in every list of films
 * up to date; a list is read again only when a film begins or ends.
 */
export function useRunningFilms(): ProjectListItem[] {
  const queryClient = useQueryClient();
  const { data: films = [] } = useQuery(runningFilmsOptions());
  const stream = useEventStream({
    url: films.length > 0 ? '/api/projects/running' : null,
    event: 'running',
    onEvent: async (data) => {
      const before = queryClient.getQueryData<ProjectListItem[]>(projectKeys.running()) ?? [];
      const now = await readFilms(data);
      queryClient.setQueryData(projectKeys.running(), now);
      queryClient.setQueriesData<InfiniteData<ProjectPage>>(
        { queryKey: projectKeys.lists() },
        // Films of a manifest or an asset have another shape under the same key.
        (list) => (list?.pages ? { ...list, pages: list.pages.map((page) => withRunning(page, now)) } : list),
      );
      const ids = (list: ProjectListItem[]) => list.map((film) => film.project_id).join();
      if (ids(before) !== ids(now)) void queryClient.invalidateQueries({ queryKey: projectKeys.lists() });
    },
  });
  useQuery({ ...runningFilmsOptions(), refetchInterval: POLL_MS, enabled: stream === 'down' });
  return films;
}
