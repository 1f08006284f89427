import { Portal } from '@mantine/core';
import classes from './import.module.css';

/** Covers the page while a file is held over it. */
export function DropHint() {
  return (
    <Portal>
      <div className={classes.overlay}>
        <div className={classes.overlayInner}>Drop a .manifest.zip to import it</div>
      </div>
    </Portal>
  );
}
