'use client';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconDots, IconFileImport, IconPlus, IconTrash } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import { SegmentedCounts } from '#components/ui/segmented-counts.tsx';
import type { ManifestPage } from '#lib/client/manifest-queries.ts';
import type { ManifestStatus } from '#lib/schemas/manifest.ts';
import { LibraryImport } from '../import/library-import.tsx';
import { STATUS_WORDS, StatusIcon } from '../status-label.tsx';
import classes from './library.module.css';
import { CategoryMenu, SortMenu, TagMenu } from './library-menus.tsx';
import { LibrarySearch } from './library-search.tsx';
import type { LibraryFilters } from './use-library-filters.ts';

const STATUS_ORDER = ['READY', 'DRAFT', 'PROCESSING', 'ERROR'] as const;

type LibraryToolbarProps = {
  total: number | undefined;
  counts: ManifestPage['counts'] | undefined;
  url: LibraryFilters;
  /** Nothing to search or sort yet. */
  isBare?: boolean;
};

export function LibraryToolbar({ total, counts, url, isBare = false }: LibraryToolbarProps) {
  const { filters, setFilters, search } = url;
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
            <CategoryMenu counts={counts} url={url} />
            <TagMenu url={url} />
          </div>
        </>
      )}
      <div className={classes.toolbarEnd}>
        {!isBare && <SortMenu url={url} />}
        {filters.trashed ? (
          <Button
            leftSection={<IconArrowLeft size={16} stroke={1.5} />}
            onClick={() => setFilters({ trashed: false })}
          >
            Back to the library
          </Button>
        ) : (
          <>
            <Menu position="bottom-end" width={180}>
              <Menu.Target>
                <ActionIcon size="lg" aria-label="More">
                  <IconDots size={18} stroke={1.75} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconFileImport size={16} stroke={1.5} />}
                  onClick={() => setImporting(true)}
                >
                  Import…
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconTrash size={16} stroke={1.5} />}
                  onClick={() => setFilters({ trashed: true, status: null, category: null, tag: null })}
                >
                  Show the trash
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <NewManifestButton isMain={!isBare} />
            <LibraryImport isOpen={isImporting} onChange={setImporting} />
          </>
        )}
      </div>
    </div>
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
