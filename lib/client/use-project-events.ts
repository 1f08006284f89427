'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ProjectDetail } from '#lib/schemas/project.ts';
import { projectKeys, projectSchemas, withStatus } from './project-queries.ts';

/** Before a stream that was refused is tried again; the page polls meanwhile. */
const REOPEN_MS = 10_000;

/**
 * Follows a running film by server-sent events: each one patches the cached film and has it read again, one read
 * at a time. `isDown` says that events do not come through and the caller should poll. After sleep or a lost
 * network the film is read again at once.
 */
export function useProjectEvents(projectId: string, isRunning: boolean): { isDown: boolean } {
  const queryClient = useQueryClient();
  const [isDown, setIsDown] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens a new stream
  useEffect(() => {
    if (!isRunning) return;
    const queryKey = projectKeys.detail(projectId);
    const source = new EventSource(`/api/projects/${projectId}/events`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isReading = false;
    let isStale = false;

    const readAgain = async () => {
      isStale = true;
      if (isReading) return;
      isReading = true;
      while (isStale) {
        isStale = false;
        await queryClient.invalidateQueries({ queryKey });
      }
      isReading = false;
    };
    source.addEventListener('open', () => setIsDown(false));
    source.addEventListener('status', async (event) => {
      const { projectStatusAnswerSchema } = await projectSchemas();
      const status = projectStatusAnswerSchema.safeParse(JSON.parse(event.data));
      if (!status.success) return;
      queryClient.setQueryData<ProjectDetail>(
        queryKey,
        (detail) => detail && withStatus(detail, status.data),
      );
      void readAgain();
    });
    source.addEventListener('error', () => {
      setIsDown(true);
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => setAttempt((n) => n + 1), REOPEN_MS);
    });
    const catchUp = () => {
      if (document.visibilityState === 'visible') void readAgain();
    };
    document.addEventListener('visibilitychange', catchUp);
    window.addEventListener('online', catchUp);
    return () => {
      source.close();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', catchUp);
      window.removeEventListener('online', catchUp);
      // The end of a run: its rows in lists are read once more.
      void queryClient.invalidateQueries({ queryKey: projectKeys.lists() });
    };
  }, [projectId, isRunning, attempt, queryClient]);

  return { isDown: isRunning && isDown };
}
