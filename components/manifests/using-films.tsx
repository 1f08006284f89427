import type { Usage } from '#lib/schemas/usage.ts';
import classes from './asset-usage.module.css';
import { FilmLink } from './film-link.tsx';

/** Films with the shots that show an asset, each a link. */
export function UsingFilms({ usage }: { usage: Usage }) {
  const { films, film_count: count } = usage;
  return (
    <>
      <ul className={classes.films}>
        {films.map((film) => (
          <FilmLink
            key={film.project_id}
            film={film}
            facts={`v${film.manifest_version}, ${shotWords(film.shots)}`}
          />
        ))}
      </ul>
      {count > films.length && <p className={classes.quiet}>and {count - films.length} more films</p>}
    </>
  );
}

/** "shot 3", "shots 1, 2 and 5", "frozen, in no shot" */
function shotWords(shots: number[]): string {
  if (shots.length === 0) return 'frozen, in no shot';
  if (shots.length === 1) return `shot ${shots[0]}`;
  return `shots ${shots.slice(0, -1).join(', ')} and ${shots.at(-1)}`;
}
