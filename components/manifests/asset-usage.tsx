'use client';
import { useQuery } from '@tanstack/react-query';
import { assetUsageOptions } from '#lib/client/asset-usage-query.ts';
import classes from './asset-usage.module.css';
import { UsingFilms } from './using-films.tsx';

/** The films and shots an asset is in. */
export function AssetUsage({ assetId }: { assetId: string }) {
  const { data: usage, isError, isPending } = useQuery(assetUsageOptions(assetId));
  return (
    <section aria-label="Where this asset is used">
      <h3 className={classes.label}>
        Used in
        {usage && usage.film_count > 0 && <span> {usageWords(usage.film_count, usage.shot_count)}</span>}
      </h3>
      {isPending && <p className={classes.quiet}>Looking it up</p>}
      {isError && <p className={classes.quiet}>The films could not be read.</p>}
      {usage?.film_count === 0 && <p className={classes.quiet}>No film yet.</p>}
      {usage && <UsingFilms usage={usage} />}
    </section>
  );
}

/** "3 films, 7 shots" */
const usageWords = (films: number, shots: number) =>
  `${films === 1 ? '1 film' : `${films} films`}${shots === 0 ? '' : shots === 1 ? ', 1 shot' : `, ${shots} shots`}`;
