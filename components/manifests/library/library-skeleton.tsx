import { Bar, Skeleton } from '#components/ui/skeleton.tsx';
import classes from './library.module.css';

const CARDS = 8;

/** The shape of a card. */
export function GhostCard() {
  return (
    <div className={classes.ghost}>
      <div className={classes.ghostWell} />
      <Bar width="58%" height={12} />
      <Bar width="80%" />
      <Bar width="40%" />
    </div>
  );
}

/** The shape of a grid of cards. */
export function GridSkeleton() {
  return (
    <Skeleton label="Reading the library">
      <div className={classes.grid}>
        {Array.from({ length: CARDS }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes that never move
          <GhostCard key={i} />
        ))}
      </div>
    </Skeleton>
  );
}

/** The library before its first rows are there. */
export function LibrarySkeleton() {
  return (
    <>
      <div className={classes.toolbar}>
        <h1 className={classes.title}>Library</h1>
      </div>
      <GridSkeleton />
    </>
  );
}
