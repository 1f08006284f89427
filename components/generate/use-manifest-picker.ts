import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  itemsOf,
  type ManifestFilters,
  manifestListOptions,
  NO_FILTERS,
} from '#lib/client/manifest-queries.ts';
import { useLiveManifests } from '#lib/client/use-live-manifests.ts';

const TYPING_MS = 200;

/** The picker's search, filters and active row. READY ones first: the others only on demand. */
export function useManifestPicker(selectedId: string | null) {
  const [filters, setFilters] = useState<ManifestFilters>({
    ...NO_FILTERS,
    status: 'READY',
    sort_by: 'times_used',
  });
  const [q] = useDebouncedValue(filters.q, TYPING_MS);
  const query = useInfiniteQuery(manifestListOptions({ ...filters, q }));
  const items = query.data ? itemsOf(query.data) : [];
  useLiveManifests(items);
  const [wantedId, setActiveId] = useState(selectedId);
  const wanted = items.findIndex((item) => item.manifest_id === wantedId);
  const activeIndex = Math.max(wanted, 0);
  const moveTo = (index: number) => {
    const to = items[Math.max(0, Math.min(items.length - 1, index))];
    if (to) setActiveId(to.manifest_id);
    if (index >= items.length - 3 && query.hasNextPage) void query.fetchNextPage();
  };
  return {
    filters,
    change: (changes: Partial<ManifestFilters>) => setFilters({ ...filters, ...changes }),
    items,
    total: query.data?.pages[0]?.total ?? 0,
    query,
    active: items[activeIndex] ?? null,
    setActiveId,
    move: (by: number) => moveTo(activeIndex + by),
    moveToFirst: () => moveTo(0),
    /** Of those read so far. */
    moveToLast: () => moveTo(items.length - 1),
  };
}

export type ManifestPickerState = ReturnType<typeof useManifestPicker>;
