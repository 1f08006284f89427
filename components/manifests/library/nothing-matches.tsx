'use client';
import { Button } from '@mantine/core';
import { IconFilterOff, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyPlace } from '#components/ui/empty-place.tsx';
import { filterCount, WITHOUT_FILTERS } from '#lib/client/library-url.ts';
import { itemsOf, manifestListOptions } from '#lib/client/manifest-queries.ts';
import { filtersWords } from '#lib/client/manifest-words.ts';
import classes from './library.module.css';
import { ManifestCard } from './manifest-card.tsx';
import type { LibraryFilters } from './use-library-filters.ts';
import type { ManifestActions } from './use-manifest-actions.tsx';

const SHOWN = 3;

type NothingMatchesProps = { total: number | undefined; url: LibraryFilters; actions: ManifestActions };

/** No row matches: why, the ways back, and what the search finds without the filters. */
export function NothingMatches({ total, url, actions }: NothingMatchesProps) {
  const { filters, settled, search, clearFilters } = url;
  const filtersOn = filterCount(filters);
  const { data } = useInfiniteQuery({
    ...manifestListOptions({ ...settled, ...WITHOUT_FILTERS }),
    enabled: filtersOn > 0,
  });
  const others = data && filtersOn > 0 ? itemsOf(data) : [];
  const place = filters.trashed ? 'in the trash' : '';
  const searched =
    total !== undefined && `Searched ${total} ${total === 1 ? 'manifest' : 'manifests'} ${place}`;
  return (
    <>
      <EmptyPlace
        level={2}
        title={settled.q ? `Nothing matches “${settled.q}”` : 'Nothing matches these filters'}
        text={`${searched ? `${searched.trim()}${settled.q ? ', spelling forgiven' : ''}.` : ''} ${
          filtersOn > 0 ? filtersWords(filtersOn) : ''
        }`.trim()}
      >
        {filtersOn > 0 && (
          <Button leftSection={<IconFilterOff size={16} stroke={1.5} />} onClick={clearFilters}>
            Clear filters
          </Button>
        )}
        {settled.q && (
          <Button variant="subtle" leftSection={<IconX size={16} stroke={1.5} />} onClick={() => search('')}>
            Clear search
          </Button>
        )}
      </EmptyPlace>
      {others.length > 0 && (
        <section className={classes.others}>
          <h2 className={classes.othersTitle}>
            Without the filters, {data?.pages[0]?.total} match
            {data?.pages[0]?.total === 1 ? 'es' : ''}
          </h2>
          <div className={classes.othersGrid}>
            {others.slice(0, SHOWN).map((manifest) => (
              <ManifestCard key={manifest.manifest_id} manifest={manifest} actions={actions} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
