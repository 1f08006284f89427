'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import { isWholeReadDue, projectKeys, projectSchemas, withNews } from './project-queries.ts';
import { useEventStream } from './use-event-stream.ts';

/**
 * Follows a running film by server-sent events. Each one carries the steps that changed and lands in the cached film;
 * the whole film is read again only when its stage changes, one read at a time. `isDown` says that events do not
 * come through and the caller should poll.
 */
export function useProjectEvents(projectId: string, isRunning: boolean): { isDown: boolean } {
  const queryClient = useQueryClient();
  const queryKey = projectKeys.detail(projectId);
  const cached = () => queryClient.getQueryData<ProjectDetail>(queryKey);
  const reading = useRef({ isBusy: false, isDue: false, newest: '' });

  const readAgain = async () => {
    const state = reading.current;
    state.isDue = true;
    if (state.isBusy) return;
    state.isBusy = true;
    while (state.isDue) {
      state.isDue = false;
      await queryClient.invalidateQueries({ queryKey });
      // An event overtook the answer, which has put back what it changed.
      const { updated_at: read } = cached() ?? {};
      if (read !== undefined && read < state.newest) state.isDue = true;
    }
    state.isBusy = false;
  };

  const state = useEventStream({
    url: isRunning ? `/api/projects/${projectId}/events` : null,
    knownId: () => cached()?.updated_at ?? '',
    event: 'status',
    onEvent: async (data) => {
      const { projectNewsSchema } = await projectSchemas();
      const news = projectNewsSchema.safeParse(data);
      if (!news.success) return;
      reading.current.newest = news.data.updated_at;
      const before = cached();
      queryClient.setQueryData<ProjectDetail>(queryKey, (detail) => detail && withNews(detail, news.data));
      if (isWholeReadDue(before, news.data)) void readAgain();
    },
  });

  useEffect(() => {
    if (!isRunning) return;
    // The end of a run: its rows in lists are read once more.
    return () => void queryClient.invalidateQueries({ queryKey: projectKeys.lists() });
  }, [isRunning, queryClient]);

  return { isDown: isRunning && state === 'down' };
}
