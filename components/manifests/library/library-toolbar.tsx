'use client';
import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowsSort,
  IconChevronDown,
  IconDots,
  IconPlus,
  IconTrashX,
} from '@tabler/icons-react';
import { type ComponentProps, lazy, useState } from 'react';
import { LazyMenu } from '#components/ui/lazy-menu.tsx';
import { Link } from '#components/ui/link.tsx';
import { SegmentedCounts } from '#components/ui/segmented-counts.tsx';
import { LIBRARY_SORTS, WITHOUT_FILTERS } from '#lib/client/library-url.ts';
import type { ManifestPage } from '#lib/client/manifest-queries.ts';
import type { ManifestStatus } from '#lib/schemas/manifest.ts';
import { LibraryImport } from '../import/library-import.tsx';
import { STATUS_WORDS, StatusIcon } from '../status-label.tsx';
import classes from './library.module.css';
import { LibrarySearch } from './library-search.tsx';
import type { LibraryFilters } from './use-library-filters.ts';

const menus = () => import('./library-menus.tsx');
const CategoryMenu = lazy(() => menus().then((file) => ({ default: file.CategoryMenu })));
const TagMenu = lazy(() => menus().then((file) => ({ default: file.TagMenu })));
const SortMenu = lazy(() => menus().then((file) => ({ default: file.SortMenu })));
const MoreMenu = lazy(() => menus().then((file) => ({ default: file.MoreMenu })));

const STATUS_ORDER = ['READY', 'DRAFT', 'PROCESSING', 'ERROR'] as const;

type LibraryToolbarProps = {
  total: number | undefined;
  counts: ManifestPage['counts'] | undefined;
  url: LibraryFilters;
  /** Nothing to search or sort yet. */
  isBare?: boolean;
  /** Only while there is something in the trash. */
  onEmptyTrash?: (() => void) | undefined;
};

export function LibraryToolbar({ total, counts, url, isBare = false, onEmptyTrash }: LibraryToolbarProps) {
  const { filters, setFilters, search } = url;
  const sortLabel = LIBRARY_SORTS.find(({ sort_by }) => sort_by === filters.sort_by)?.label;
  const [isImporting, setImporting] = useState(false);
  const all = counts && Object.values(counts.status).reduce((sum, count) => sum + count, 0);
  return (
    <div className={classes.toolbar}>
      <h1 className={classes.title}>
        {filters.trashed ? 'Trash' : 'Library'} <span className={classes.total}>{total}</span>
      </h1>
      {!isBare && (
        <>
          <LibrarySearch value={filters.q} onChange={search} />
          <div className={classes.filters}>
            <SegmentedCounts<ManifestStatus | ''>
              label="Status"
              value={filters.status ?? ''}
              onChange={(status) => setFilters({ status: status || null })}
              segments={[
                { value: '', label: 'All', count: all },
                ...STATUS_ORDER.map((status) => ({
                  value: status,
                  label: STATUS_WORDS[status],
                  icon: <StatusIcon status={status} size={16} />,
                  count: counts && (counts.status[status] ?? 0),
                })),
              ]}
            />
            <LazyMenu
              preload={menus}
              target={<FilterButton>Category</FilterButton>}
              menu={(target) => <CategoryMenu target={target} counts={counts} url={url} />}
            />
            <LazyMenu
              preload={menus}
              target={<FilterButton>Tags</FilterButton>}
              menu={(target) => <TagMenu target={target} url={url} />}
            />
          </div>
        </>
      )}
      <div className={classes.toolbarEnd}>
        {!isBare && (
          <LazyMenu
            preload={menus}
            menu={(target) => <SortMenu target={target} url={url} />}
            target={
              <Button
                variant="subtle"
                leftSection={<IconArrowsSort size={16} stroke={1.5} />}
                className={classes.sort}
                aria-label={`${sortLabel}, sort`}
              >
                <span className={classes.wideOnly}>{sortLabel}</span>
              </Button>
            }
          />
        )}
        {filters.trashed ? (
          <>
            {onEmptyTrash && (
              <Button
                variant="subtle"
                c="var(--vp-err)"
                leftSection={<IconTrashX size={16} stroke={1.5} />}
                onClick={onEmptyTrash}
              >
                Empty trash
              </Button>
            )}
            <Button
              leftSection={<IconArrowLeft size={16} stroke={1.5} />}
              onClick={() => setFilters({ ...WITHOUT_FILTERS, trashed: false })}
            >
              Back to the library
            </Button>
          </>
        ) : (
          <>
            <LazyMenu
              preload={menus}
              menu={(target) => <MoreMenu target={target} url={url} onImport={() => setImporting(true)} />}
              target={
                <ActionIcon size="lg" aria-label="More">
                  <IconDots size={18} stroke={1.75} />
                </ActionIcon>
              }
            />
            <NewManifestButton isMain={!isBare} />
            <LibraryImport isOpen={isImporting} onChange={setImporting} />
          </>
        )}
      </div>
    </div>
  );
}

/** Takes what its menu gives a button. */
function FilterButton(props: ComponentProps<typeof Button<'button'>>) {
  return (
    <Button
      variant="subtle"
      rightSection={<IconChevronDown size={16} stroke={1.5} aria-hidden="true" />}
      className={classes.filter}
      {...props}
    />
  );
}

/** The one main action, unless the page below has its own. */
function NewManifestButton({ isMain }: { isMain: boolean }) {
  return (
    <Button
      component={Link}
      href="/manifests/new"
      variant={isMain ? 'filled' : 'default'}
      className={classes.newManifest}
      leftSection={<IconPlus size={16} stroke={2} />}
      aria-label="New manifest"
    >
      <span className={classes.wideOnly}>New manifest</span>
    </Button>
  );
}
