'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { v4 as uuid } from 'uuid';
import { forkProjectAction } from '#lib/actions/fork-actions.ts';
import type { AppError } from '#lib/errors.ts';
import type { ForkInput } from '#lib/schemas/fork.ts';
import { manifestKeys } from './manifest-queries.ts';
import { projectKeys } from './project-queries.ts';
import { useAction } from './use-action.ts';

/**
 * Forks a film once, however often it is pressed, and goes to the fork. Pressed again after a lost answer it finds the
 * fork that was made: the same settings have the same key until one is there.
 */
export function useFork(projectId: string, { onError }: { onError: (error: AppError) => void }) {
  const queryClient = useQueryClient();
  const router = useRouter();
  const asked = useRef<{ text: string; key: string } | null>(null);
  const fork = useAction(forkProjectAction, {
    onSuccess: ({ project_id, warnings }) => {
      for (const { detail } of warnings) notifications.show({ message: detail });
      void queryClient.invalidateQueries({ queryKey: projectKeys.all });
      void queryClient.invalidateQueries({ queryKey: manifestKeys.all });
      router.push(`/projects/${project_id}`);
    },
    onError,
  });
  // After success it stays busy until the fork's page is there.
  const isBusy = fork.isPending || fork.isSuccess;
  const start = (input: ForkInput) => {
    if (isBusy) return;
    const text = JSON.stringify(input);
    if (asked.current?.text !== text) asked.current = { text, key: uuid() };
    fork.mutate([projectId, { ...input, request_key: asked.current.key }]);
  };
  return { start, isBusy, input: fork.variables?.[1] ?? null };
}
