import type { Segment, StageView } from '#lib/projects/stage-strip.ts';
import classes from './run.module.css';
import { StageIcon } from './stage-icon.tsx';

/** The five stages of a run: what each one does now and how far each scene is in it. */
export function StageStrip({ stages }: { stages: StageView[] }) {
  return (
    <ol className={classes.strip} aria-label="Stages">
      {stages.map((stage) => (
        <li key={stage.stage} className={classes.stage}>
          <div className={classes.stageHead}>
            <StageIcon state={stage.state} />
            <span
              className={classes.stageName}
              data-quiet={stage.state === 'waiting' || stage.state === 'skipped' || undefined}
            >
              {stage.label}
            </span>
            {stage.counter && <span className={classes.mono}>{stage.counter}</span>}
          </div>
          <SegmentBar segments={stage.segments} />
          <span className={classes.note}>{stage.note}</span>
        </li>
      ))}
    </ol>
  );
}

/** One bar per scene. The words beside it say the same. */
export function SegmentBar({ segments }: { segments: Segment[] }) {
  return (
    <div className={classes.segments} aria-hidden>
      {segments.map((segment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its scene's place
        <div key={index} className={classes.segment} data-state={segment.state}>
          <span style={{ width: `${segment.share * 100}%` }} />
        </div>
      ))}
    </div>
  );
}
