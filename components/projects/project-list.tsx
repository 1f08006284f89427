'use client';
import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { debounce, useQueryStates } from 'nuqs';
import { useEffect } from 'react';
import { EmptyPlace } from '#components/ui/empty-place.tsx';
import { Link } from '#components/ui/link.tsx';
import { detailOf } from '#lib/client/http.ts';
import { projectListOptions } from '#lib/client/project-queries.ts';
import { projectFilterParsers } from '#lib/client/project-url.ts';
import { statusWord } from '#lib/projects/project-state.ts';
import { FromLockfile } from './from-lockfile/from-lockfile.tsx';
import { ProjectFilters } from './project-filters.tsx';
import classes from './project-list.module.css';
import { ProjectRow } from './project-row.tsx';

const TYPING_MS = 250;

/** All films, newest first; search and status stand in the address. */
export function ProjectList() {
  const [filters, setFilters] = useQueryStates(projectFilterParsers, {
    limitUrlUpdates: debounce(TYPING_MS),
    history: 'replace',
  });
  const query = useInfiniteQuery(projectListOptions(filters));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const { ref, entry } = useIntersection({ rootMargin: '600px' });
  useEffect(() => {
    if (entry?.isIntersecting && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [entry?.isIntersecting, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const projects = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const isFiltered = filters.q.trim() !== '' || filters.status !== null;
  if (query.isSuccess && projects.length === 0 && !isFiltered) return <NoFilmsYet />;
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <h1>Projects</h1>
        <span className={classes.total}>{total > 0 && total}</span>
        <ProjectFilters filters={filters} onChange={setFilters} />
        <FromLockfile />
      </header>
      {query.isError && (
        <div role="alert" className={classes.note}>
          {detailOf(query.error)}
          <Button size="xs" onClick={() => void query.refetch()}>
            Try again
          </Button>
        </div>
      )}
      {query.isSuccess && projects.length === 0 && (
        <div className={classes.note}>
          {nothingMatches(filters)}
          <Button size="xs" onClick={() => void setFilters(null)}>
            Clear filters
          </Button>
        </div>
      )}
      <ul className={classes.list} aria-label="Films" aria-busy={query.isPlaceholderData}>
        {projects.map((project) => (
          <ProjectRow key={project.project_id} project={project} />
        ))}
      </ul>
      <div ref={ref} className={classes.end}>
        {hasNextPage && (
          <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        )}
      </div>
    </div>
  );
}

type Filters = Parameters<typeof projectListOptions>[0];

function nothingMatches({ q, status }: Filters): string {
  const what = q.trim() ? `Nothing matches “${q.trim()}”.` : 'No film is in this state.';
  const word = status && statusWord({ status, stop_requested: false });
  return q.trim() && word ? `${what} Only films with status “${word}” are shown.` : what;
}

function NoFilmsYet() {
  return (
    <EmptyPlace
      title="No films yet"
      text="A prompt and a manifest make a film. It stays here with everything it was made from."
    >
      <Button component={Link} href="/generate" variant="filled">
        Generate the first film
      </Button>
      <Button component={Link} href="/manifests">
        Open the library
      </Button>
      <FromLockfile />
    </EmptyPlace>
  );
}
