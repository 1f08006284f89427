'use client';
import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { EmptyPlace } from '#components/ui/empty-place.tsx';
import { showProblem, showUndo } from '#components/ui/show-undo.tsx';
import { countWords } from '#lib/client/bulk-words.ts';
import { detailOf } from '#lib/client/http.ts';
import { filterCount } from '#lib/client/library-url.ts';
import { fetchBriefs, NO_FILTERS } from '#lib/client/manifest-queries.ts';
import { useLiveManifests } from '#lib/client/use-live-manifests.ts';
import { BULK_LIMITS, type BulkEdit, type ManifestBrief } from '#lib/schemas/bulk.ts';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import classes from './library.module.css';
import { GridSkeleton } from './library-skeleton.tsx';
import { LibraryToolbar } from './library-toolbar.tsx';
import { type GridHandle, ManifestGrid } from './manifest-grid.tsx';
import { useBulkEdit } from './use-bulk-edit.ts';
import { useLibraryFilters } from './use-library-filters.ts';
import { useLibraryKeys } from './use-library-keys.ts';
import { useLibraryList } from './use-library-list.ts';
import { useManifestActions } from './use-manifest-actions.tsx';
import { useSelection } from './use-selection.ts';

const ActiveFilters = dynamic(() => import('./active-filters.tsx').then((file) => file.ActiveFilters), {
  loading: () => null,
});
const FirstRun = dynamic(() => import('./first-run.tsx').then((file) => file.FirstRun), {
  loading: () => null,
});
const NothingMatches = dynamic(() => import('./nothing-matches.tsx').then((file) => file.NothingMatches), {
  loading: () => null,
});
const InUseDialog = dynamic(() => import('./in-use-dialog.tsx').then((file) => file.InUseDialog), {
  ssr: false,
});
const RefusedDialog = dynamic(() => import('./refused-dialog.tsx').then((file) => file.RefusedDialog), {
  ssr: false,
});
const PurgeDialog = dynamic(() => import('./purge-dialog.tsx').then((file) => file.PurgeDialog), {
  ssr: false,
});
const BulkBar = dynamic(() => import('./bulk-bar.tsx').then((file) => file.BulkBar), { ssr: false });

/** The library, or its trash. */
export function ManifestLibrary() {
  const url = useLibraryFilters();
  const { filters, settled } = url;
  const router = useRouter();
  const grid = useRef<GridHandle>(null);
  const {
    list,
    items,
    counts,
    total,
    matching,
    isFiltered,
    isFirstRun,
    onlyOne,
    hasGrid,
    readMore,
    hasFailedMore,
  } = useLibraryList(url);

  const [shown, setShown] = useState<ManifestListItem[]>([]);
  useLiveManifests(hasGrid ? shown : [], filters.trashed);

  const selection = useSelection(items);
  const bulk = useBulkEdit(selection);
  const [toPurge, setToPurge] = useState<ManifestBrief[] | null>(null);
  const single = useManifestActions();
  const { clear: clearSelection } = selection.acts;
  // Library and trash have nothing in common that could stay selected.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of place is the reason
  useEffect(() => clearSelection(), [filters.trashed, clearSelection]);

  const actions = useMemo(
    () => ({
      ...single,
      remove: (id: string, name: string) => {
        grid.current?.leave([id]);
        selection.acts.drop([id]);
        return single.remove(id, name);
      },
      restore: (id: string, name: string) => {
        grid.current?.leave([id]);
        selection.acts.drop([id]);
        single.restore(id, name);
      },
    }),
    [single, selection.acts],
  );
  const act = (targets: readonly ManifestBrief[], what: Omit<BulkEdit, 'manifest_ids'>) => {
    if (what.delete || what.restore || what.purge)
      grid.current?.leave(targets.map((item) => item.manifest_id));
    void bulk.apply(targets, what);
  };
  const purgeOne = useCallback((item: ManifestListItem) => setToPurge([item]), []);
  const emptyTrash = () =>
    fetchBriefs({ ...NO_FILTERS, trashed: true }).then(
      (all) => all.length > 0 && setToPurge(all),
      showProblem,
    );

  const selectMany = (all: ManifestBrief[]) => {
    selection.selectAll(all);
    if (all.length === BULK_LIMITS.manifests && matching > all.length)
      showUndo(
        `The first ${all.length.toLocaleString('en')} of ${matching.toLocaleString('en')} are selected`,
      );
  };

  useLibraryKeys({
    enter: () => {
      grid.current?.focus();
      return hasGrid;
    },
    clear: () => {
      if (selection.size === 0) return false;
      clearSelection();
      return true;
    },
    selectAll: () => {
      if (!hasGrid) return false;
      if (list.hasNextPage) fetchBriefs(settled).then(selectMany, showProblem);
      else selection.selectAll(items);
      return true;
    },
    remove: () => {
      const active = grid.current?.active();
      const isOnCard = document.activeElement?.closest('[data-place]');
      const targets = selection.size > 0 ? selection.picked : active && isOnCard ? [active] : [];
      if (targets.length === 0) return false;
      if (filters.trashed) setToPurge([...targets]);
      else act(targets, { delete: true });
      return true;
    },
  });

  const said =
    selection.size > 0
      ? `${selection.size.toLocaleString('en')} selected, ${countWords(
          selection.picked.reduce((sum, item) => sum + item.asset_count, 0),
          'asset',
        )}`
      : '';

  return (
    <>
      <LibraryToolbar
        total={total}
        counts={counts}
        url={url}
        isBare={isFirstRun}
        onEmptyTrash={filters.trashed && total ? () => void emptyTrash() : undefined}
      />
      {filterCount(url.filters) > 0 && <ActiveFilters url={url} />}
      <p className="vp-sr-only" role="status">
        {said}
      </p>
      {list.isPending && <GridSkeleton />}
      {list.isError && !list.data && (
        <EmptyPlace level={2} title="The library could not be read" text={detailOf(list.error)}>
          <Button onClick={() => void list.refetch()}>Try again</Button>
        </EmptyPlace>
      )}
      {isFirstRun && <FirstRun example={onlyOne ?? null} actions={single} />}
      {hasGrid && (
        <ManifestGrid
          ref={grid}
          items={items}
          count={matching}
          onNearEnd={readMore}
          isTrash={filters.trashed}
          actions={actions}
          selection={selection}
          onShown={setShown}
          onOpen={(item, mode) =>
            router.push(`/manifests/${item.manifest_id}${mode === 'edit' ? '/edit' : ''}`)
          }
          onPurge={purgeOne}
        />
      )}
      {hasFailedMore && (
        <div className={classes.failed} role="status">
          More could not be read. {detailOf(list.error)}
          <Button onClick={() => void list.fetchNextPage()}>Try again</Button>
        </div>
      )}
      {list.isSuccess && items.length === 0 && isFiltered && (
        <NothingMatches total={total} url={url} actions={single} />
      )}
      {list.isSuccess && items.length === 0 && !isFiltered && filters.trashed && (
        <EmptyPlace
          level={2}
          title="The trash is empty"
          text="Deleted manifests wait here until they are restored."
        />
      )}
      {selection.size > 0 && (
        <BulkBar
          picked={selection.picked}
          isTrash={filters.trashed}
          isBusy={bulk.isBusy}
          onAct={(what) => act(selection.picked, what)}
          onPurge={() => setToPurge(selection.picked)}
          onClear={() => {
            clearSelection();
            grid.current?.focus();
          }}
        />
      )}
      {single.inUse && <InUseDialog inUse={single.inUse} onClose={single.closeInUse} />}
      {bulk.refused && <RefusedDialog refused={bulk.refused} onClose={bulk.closeRefused} />}
      {toPurge && (
        <PurgeDialog
          manifests={toPurge}
          onConfirm={() => act(toPurge, { purge: true })}
          onClose={() => setToPurge(null)}
        />
      )}
    </>
  );
}
