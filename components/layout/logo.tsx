import classes from './top-bar.module.css';

/** Three frames of a strip, the last one marked with the pencil, and the name. */
export function Logo() {
  return (
    <>
      <svg width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
        <rect width="5" height="12" rx="1" fill="var(--vp-t3)" />
        <rect x="6" width="11" height="12" rx="1" fill="var(--vp-t2)" />
        <rect x="18" width="6" height="12" rx="1" fill="var(--vp-acc)" />
      </svg>
      <span className={classes.word}>vidpipe</span>
    </>
  );
}
