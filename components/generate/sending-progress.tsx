import { Progress } from '@mantine/core';
import classes from './generate.module.css';

/** How much of the images is on its way. */
export function SendingProgress({ share, count }: { share: number; count: number }) {
  const percent = Math.round(share * 100);
  return (
    <div className={classes.sending}>
      <span role="status">
        {share < 1
          ? `Sending ${count === 1 ? '1 image' : `${count} images`}`
          : 'The server takes the images in'}
      </span>
      <span className={classes.mono}>{percent} %</span>
      <Progress value={percent} aria-label="Images sent" />
    </div>
  );
}
