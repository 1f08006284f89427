import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import classes from './film-link.module.css';

type FilmLinkProps = {
  film: { project_id: string; title: string; thumbnail_url: string | null };
  /** Below the title: version, shots. */
  facts: ReactNode;
  /** At the end of the row. */
  children?: ReactNode;
};

/** A film as a row of a list: still, title, facts. */
export function FilmLink({ film, facts, children }: FilmLinkProps) {
  return (
    <li>
      <Link href={`/projects/${film.project_id}`} className={classes.film}>
        <span className={classes.still}>
          {film.thumbnail_url && <img src={film.thumbnail_url} alt="" loading="lazy" decoding="async" />}
        </span>
        <span className={classes.words}>
          <span className={classes.name}>{film.title}</span>
          <span className={classes.facts}>{facts}</span>
        </span>
        {children && <span className={classes.facts}>{children}</span>}
      </Link>
    </li>
  );
}
