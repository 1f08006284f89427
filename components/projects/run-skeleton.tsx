import view from './project-view.module.css';
import classes from './run.module.css';

/** The shape of a film's page while it is read. */
export function RunSkeleton() {
  return (
    <div className={view.page} aria-busy="true">
      <p className="vp-sr-only">Reading the film</p>
      <div className={view.skeletonHeader}>
        <span />
      </div>
      <div className={`${classes.strip} ${view.skeletonStrip}`} />
      <div className={classes.scenes}>
        {['a', 'b', 'c'].map((key) => (
          <div key={key} className={classes.well} />
        ))}
      </div>
    </div>
  );
}
