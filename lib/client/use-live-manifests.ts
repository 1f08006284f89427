import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import { liveManifestsOptions, type ManifestPages, manifestKeys, withNewer } from './manifest-queries.ts';

/** Rows asked about at once. */
const MOST = 200;

/**
 * Keeps rows whose analysis runs up to date in every list that holds them: one question for all of them, however
 * many pages the list has. When one ends, the lists are read again, because their counts and order may have changed.
 */
export function useLiveManifests(shown: readonly ManifestListItem[], trashed = false): void {
  const queryClient = useQueryClient();
  const running = shown.filter((item) => item.status === 'PROCESSING').map((item) => item.manifest_id);
  const { data: newer } = useQuery(liveManifestsOptions(running.slice(0, MOST).toSorted(), trashed));
  useEffect(() => {
    if (!newer) return;
    queryClient.setQueriesData<ManifestPages>(
      { queryKey: manifestKeys.lists() },
      (pages) => pages && withNewer(pages, newer),
    );
    if (newer.some((item) => item.status !== 'PROCESSING'))
      void queryClient.invalidateQueries({ queryKey: manifestKeys.lists() });
  }, [newer, queryClient]);
}
