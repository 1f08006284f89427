import { Portal } from '@mantine/core';
import classes from './import.module.css';

/** Covers the page while a file is held over it. */
export function DropHint({ text = 'Drop a .manifest.zip to import it' }: { text?: string }) {
  return (
    <Portal>
      <div className={classes.overlay}>
        <div className={classes.overlayInner}>{text}</div>
      </div>
    </Portal>
  );
}
