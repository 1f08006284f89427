'use client';
import { IconLoader } from '@tabler/icons-react';
import { Link } from '#components/ui/link.tsx';
import { stageText } from '#lib/client/running-film-query.ts';
import { useRunningFilms } from '#lib/client/use-running-films.ts';
import classes from './running-film.module.css';

/** The film that is being made, on every page; nothing while none is. */
export function RunningFilm() {
  const [film] = useRunningFilms();
  if (!film) return null;
  return (
    <Link href={`/projects/${film.project_id}`} className={classes.pill}>
      <IconLoader size={14} stroke={1.75} color="var(--vp-run)" aria-hidden="true" />
      <span className="vp-sr-only">Being made: </span>
      <span className={classes.title}>{film.title}</span>
      <span className={classes.stage}>{stageText(film)}</span>
    </Link>
  );
}
