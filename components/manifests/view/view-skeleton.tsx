import { Bar, Skeleton } from '#components/ui/skeleton.tsx';
import classes from './manifest-view.module.css';

/** The shape of a manifest before it is there. */
export function ViewSkeleton() {
  return (
    <Skeleton label="Reading the manifest">
      <div className={classes.header}>
        <Bar width={220} height={20} />
      </div>
      <div className={classes.body}>
        <div className={classes.ghostWell} />
        <div className={classes.ghostSide}>
          <Bar width="90%" />
          <Bar width="96%" />
          <Bar width="60%" />
        </div>
      </div>
    </Skeleton>
  );
}
