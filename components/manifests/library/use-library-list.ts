import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { filterCount } from '#lib/client/library-url.ts';
import { itemsOf, manifestListOptions, manifestTotalOptions } from '#lib/client/manifest-queries.ts';
import { EXAMPLE_NAME } from '#lib/manifests/example.ts';
import type { LibraryFilters } from './use-library-filters.ts';

/** The rows that the address asks for, and what they say about the whole library. */
export function useLibraryList({ filters, settled }: LibraryFilters) {
  const isFiltered = filterCount(settled) > 0 || settled.q !== '';
  const list = useInfiniteQuery(manifestListOptions(settled));
  const whole = useQuery({ ...manifestTotalOptions(filters.trashed), enabled: isFiltered });

  const items = useMemo(() => (list.data ? itemsOf(list.data) : []), [list.data]);
  const newest = list.data?.pages.at(-1);
  const total = isFiltered ? whole.data : newest?.total;
  const isBare = !isFiltered && !filters.trashed && !list.isPlaceholderData;
  const onlyOne = items.length === 1 && total === 1 ? items[0] : undefined;
  const isFirstRun = isBare && list.isSuccess && (total === 0 || onlyOne?.name === EXAMPLE_NAME);
  const hasGrid = list.isSuccess && items.length > 0 && !isFirstRun;

  const { fetchNextPage, hasNextPage, isFetching, isFetchNextPageError } = list;
  const readMore = useCallback(() => {
    // Never into a read that runs already: it would be broken off. After a failure only a person asks again.
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);

  return {
    list,
    items,
    /** Of the library (or the trash), whatever the filters say. */
    total,
    counts: newest?.counts,
    /** Rows that the filters keep, those not read yet included. */
    matching: hasNextPage ? Math.max(newest?.total ?? 0, items.length) : items.length,
    isFiltered,
    isFirstRun,
    onlyOne,
    hasGrid,
    readMore,
    hasFailedMore: hasGrid && isFetchNextPageError,
  };
}
