'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { manifestVersionsOptions } from '#lib/client/version-queries.ts';

/** What the present version did to which asset, for the edge print; nothing while there is one version only. */
export function useVersionMarks(manifestId: string): ReadonlyMap<string, string> {
  const { data } = useInfiniteQuery(manifestVersionsOptions(manifestId));
  const newest = data?.pages[0]?.items[0];
  return useMemo(() => {
    if (!newest?.is_current || newest.changes.against === null) return new Map<string, string>();
    const { added, changed } = newest.changes;
    return new Map([
      ...added.map((tag) => [tag, 'added'] as const),
      ...changed.map(({ manifest_tag }) => [manifest_tag, 'changed'] as const),
    ]);
  }, [newest]);
}
