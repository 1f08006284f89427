import type { ActivityEntry } from '#lib/projects/activity.ts';
import { clock } from '#lib/projects/timecode.ts';
import classes from './run.module.css';

type Props = { entries: ActivityEntry[]; isLive: boolean };

export function ActivityList({ entries, isLive }: Props) {
  return (
    <section aria-labelledby="activity-title">
      <h2 id="activity-title" className={classes.sideTitle}>
        Activity
        {isLive && <span className={classes.live}>live</span>}
      </h2>
      {entries.length === 0 ? (
        <p className={classes.description}>Waiting for a worker to begin.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
        <ol className={classes.activity} tabIndex={0} aria-label="Activity, newest first">
          {entries.map((entry) => (
            <li key={entry.key} data-tone={entry.tone}>
              <span className={classes.mono}>{clock(entry.at)}</span>
              <span>
                <strong className={classes.entryTitle}>{entry.title}</strong>
                {entry.detail}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
