'use client';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { EmptyPlace } from '#components/ui/empty-place.tsx';
import { detailOf } from '#lib/client/http.ts';
import { filterCount } from '#lib/client/library-url.ts';
import { itemsOf, manifestListOptions, manifestTotalOptions } from '#lib/client/manifest-queries.ts';
import { EXAMPLE_NAME } from '#lib/manifests/example.ts';
import { ActiveFilters } from './active-filters.tsx';
import { FirstRun } from './first-run.tsx';
import { GridSkeleton } from './library-skeleton.tsx';
import { LibraryToolbar } from './library-toolbar.tsx';
import { ManifestCard } from './manifest-card.tsx';
import { ManifestGrid } from './manifest-grid.tsx';
import { NothingMatches } from './nothing-matches.tsx';
import { useLibraryFilters } from './use-library-filters.ts';
import { useManifestActions } from './use-manifest-actions.tsx';

const InUseDialog = dynamic(() => import('./in-use-dialog.tsx').then((file) => file.InUseDialog));

/** The library, or its trash. */
export function ManifestLibrary() {
  const url = useLibraryFilters();
  const actions = useManifestActions();
  const { filters, settled } = url;
  const isFiltered = filterCount(settled) > 0 || settled.q !== '';
  const list = useInfiniteQuery(manifestListOptions(settled));
  const whole = useQuery({ ...manifestTotalOptions(filters.trashed), enabled: isFiltered });

  const items = list.data ? itemsOf(list.data) : [];
  const newest = list.data?.pages.at(-1);
  const total = isFiltered ? whole.data : newest?.total;
  const isBare = !isFiltered && !filters.trashed && !list.isPlaceholderData;
  const onlyOne = items.length === 1 && total === 1 ? items[0] : undefined;
  const isFirstRun = isBare && list.isSuccess && (total === 0 || onlyOne?.name === EXAMPLE_NAME);

  return (
    <>
      <LibraryToolbar total={total} counts={newest?.counts} url={url} isBare={isFirstRun} />
      <ActiveFilters url={url} />
      {list.isPending && <GridSkeleton />}
      {list.isError && !list.data && (
        <EmptyPlace level={2} title="The library could not be read" text={detailOf(list.error)}>
          <Button onClick={() => void list.refetch()}>Try again</Button>
        </EmptyPlace>
      )}
      {isFirstRun && <FirstRun example={onlyOne ?? null} actions={actions} />}
      {list.isSuccess && items.length > 0 && !isFirstRun && (
        <ManifestGrid
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={list.fetchNextPage}
        >
          {items.map((manifest) => (
            <ManifestCard key={manifest.manifest_id} manifest={manifest} actions={actions} />
          ))}
        </ManifestGrid>
      )}
      {list.isSuccess && items.length === 0 && isFiltered && (
        <NothingMatches total={total} url={url} actions={actions} />
      )}
      {list.isSuccess && items.length === 0 && !isFiltered && filters.trashed && (
        <EmptyPlace
          level={2}
          title="The trash is empty"
          text="Deleted manifests wait here until they are restored."
        />
      )}
      {actions.inUse && <InUseDialog inUse={actions.inUse} onClose={actions.closeInUse} />}
    </>
  );
}
