'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { manifestFilmsOptions } from '#lib/client/manifest-films-query.ts';
import { stageText } from '#lib/client/running-film-query.ts';
import type { ProjectListItem } from '#lib/schemas/project.ts';
import { FilmLink } from '../film-link.tsx';
import classes from './where-used.module.css';

/** Films shown before "All films". */
const SHOWN = 6;

/** The films a manifest is in. */
export function WhereUsed({ manifestId }: { manifestId: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const { data, isError } = useQuery(manifestFilmsOptions(manifestId));
  return (
    <section>
      <h2 className={classes.title}>
        Where used {data && data.total > 0 && <span className={classes.count}>{countWords(data)}</span>}
      </h2>
      {isError && <p className={classes.none}>The films could not be read.</p>}
      {data?.total === 0 && (
        <p className={classes.none}>No film yet. What a film uses stays frozen with it.</p>
      )}
      <ul className={classes.films}>
        {data?.films.slice(0, isWhole ? undefined : SHOWN).map((film) => (
          <FilmLink key={film.project_id} film={film} facts={`v${film.manifest_version}, ${factsOf(film)}`}>
            <RelativeTime iso={film.finished_at ?? film.created_at} />
          </FilmLink>
        ))}
      </ul>
      {data && !isWhole && data.films.length > SHOWN && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setIsWhole(true)}>
          All films
        </Button>
      )}
      {data && isWhole && data.total > data.films.length && (
        <p className={classes.none}>and {data.total - data.films.length} older films</p>
      )}
    </section>
  );
}

/** "12 films, 71 shots"; the shots only where all films were read. */
function countWords({ films, total }: { films: ProjectListItem[]; total: number }): string {
  const words = total === 1 ? '1 film' : `${total} films`;
  const shots = films.reduce((sum, film) => sum + film.scenes_total, 0);
  if (films.length < total || shots === 0) return words;
  return `${words}, ${shots === 1 ? '1 shot' : `${shots} shots`}`;
}

const ENDED: Partial<Record<ProjectListItem['status'], string>> = {
  partial: 'partly done',
  failed: 'failed',
  cancelled: 'stopped',
  staged: 'waits for you',
};

function factsOf(film: ProjectListItem): string {
  if (film.status === 'complete') return film.scenes_total === 1 ? '1 shot' : `${film.scenes_total} shots`;
  return ENDED[film.status] ?? stageText(film);
}
