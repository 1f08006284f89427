'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ManifestDetail, ManifestProgress } from '#lib/schemas/manifest.ts';
import { finishedCount, withProgress } from './asset-queries.ts';
import { apiFetch, readAnswer } from './http.ts';
import { manifestKeys } from './manifest-queries.ts';
import { useEventStream } from './use-event-stream.ts';

const POLL_MS = 1500;

const progressSchema = () => import('#lib/schemas/manifest.ts').then((file) => file.manifestProgressSchema);

export const manifestProgressKey = (manifestId: string) =>
  [...manifestKeys.all, 'progress', manifestId] as const;

/**
 * The running (or last) analysis of a manifest. Listens to server-sent events and polls while they do not get
 * through; states and scores land in the cached manifest at once, texts as soon as it has been read again.
 */
export function useProcessingProgress(
  manifestId: string | null,
  isRunning: boolean,
): ManifestProgress | undefined {
  const queryClient = useQueryClient();
  const id = manifestId ?? '';
  const stream = useEventStream({
    url: manifestId && isRunning ? `/api/manifests/${manifestId}/progress` : null,
    event: 'progress',
    onEvent: async (data) => {
      const progress = (await progressSchema()).safeParse(data);
      if (progress.success) queryClient.setQueryData(manifestProgressKey(id), progress.data);
    },
  });

  const { data: progress } = useQuery({
    queryKey: manifestProgressKey(id),
    queryFn: async ({ signal }) =>
      readAnswer(await apiFetch(`/api/manifests/${id}/progress`, { signal }), progressSchema()),
    enabled: manifestId !== null && isRunning,
    refetchInterval: isRunning && stream === 'down' ? POLL_MS : false,
  });

  const finished = finishedCount(progress);
  useEffect(() => {
    if (!progress) return;
    const key = manifestKeys.detail(progress.manifest_id);
    queryClient.setQueryData<ManifestDetail>(key, (detail) => detail && withProgress(detail, progress));
  }, [progress, queryClient]);

  const hasEnded = progress !== undefined && progress.status !== 'PROCESSING';
  // `isRunning` too: an answer that was asked for before the end may arrive after it and say PROCESSING again. The
  // events have nothing new then, so the manifest is read once more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: isRunning is a reason to look, not a value that is read
  useEffect(() => {
    if (!manifestId || finished === 0) return;
    void queryClient.invalidateQueries(
      { queryKey: manifestKeys.detail(manifestId) },
      { cancelRefetch: hasEnded },
    );
    if (hasEnded) void queryClient.invalidateQueries({ queryKey: manifestKeys.lists() });
  }, [manifestId, finished, hasEnded, isRunning, queryClient]);

  return progress;
}
