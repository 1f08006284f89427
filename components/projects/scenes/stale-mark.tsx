import { IconClockExclamation } from '@tabler/icons-react';
import classes from './stale-mark.module.css';

type Props = {
  /** Says what exactly, on hover. */
  title?: string | undefined;
};

/** Stands on a picture that shows its scene as it was before an edit. */
export function StaleMark({ title }: Props) {
  return (
    <span className={classes.mark} title={title}>
      <IconClockExclamation size={14} stroke={1.5} aria-hidden />
      out of date
    </span>
  );
}
