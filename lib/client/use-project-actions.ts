'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { ActionResult } from '#lib/actions/action-result.ts';
import { resumeProjectAction, retryProjectAction, stopProjectAction } from '#lib/actions/project-actions.ts';
import { detailOf } from './http.ts';
import { projectKeys } from './project-queries.ts';
import { useAction } from './use-action.ts';

/** A change of a film by a server action: says why when it is refused, and reads the films again either way. */
export function useProjectChange<Args extends unknown[], T>(
  action: (...args: Args) => Promise<ActionResult<T>>,
) {
  const queryClient = useQueryClient();
  return useAction(action, {
    onError: (error) => notifications.show({ message: detailOf(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: projectKeys.all }),
  });
}

/** Stop, resume and retry of one film, one at a time. */
export function useProjectRun(projectId: string) {
  const stop = useProjectChange(stopProjectAction);
  const resume = useProjectChange(resumeProjectAction);
  const retry = useProjectChange(retryProjectAction);
  return {
    isBusy: stop.isPending || resume.isPending || retry.isPending,
    stop: () => stop.mutate([projectId]),
    resume: () => resume.mutate([projectId]),
    retry: () => retry.mutate([projectId]),
  };
}
