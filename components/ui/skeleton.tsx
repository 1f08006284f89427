import type { ReactNode } from 'react';
import classes from './skeleton.module.css';

/** A flat bar where text will stand. */
export function Bar({ width, height = 10 }: { width: number | string; height?: number }) {
  return <div className={classes.bar} style={{ width, height }} />;
}

/** Shows its shapes only when the wait is long enough to be noticed. */
export function Skeleton({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status" className={classes.skeleton}>
      <span className="vp-sr-only">{label}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}
