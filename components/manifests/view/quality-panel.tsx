import { IconAlertCircle } from '@tabler/icons-react';
import type { Asset } from '#lib/schemas/asset.ts';
import classes from './asset-detail.module.css';
import { LOW_QUALITY } from './quality-score.tsx';

/** The score with the measurements that make it up, or why there is none. */
export function QualityPanel({ asset }: { asset: Asset }) {
  const { analysis_state: state, quality_score: score, quality_reasons: reasons } = asset;
  if (state === 'failed')
    return (
      <p className={classes.failed}>
        <IconAlertCircle size={16} stroke={1.5} aria-hidden="true" />
        {asset.analysis_error ?? 'This image could not be analysed.'}
      </p>
    );
  if (score === null) return <p className={classes.quiet}>Not analysed yet.</p>;
  return (
    <section>
      <h3 className={classes.label}>Quality</h3>
      <p className={classes.readout} data-low={score < LOW_QUALITY || undefined}>
        {score.toFixed(1)}
      </p>
      <ul className={classes.reasons}>
        {reasons?.map((reason) => (
          <li key={reason.code} className={classes.reason}>
            <span>{reason.label}</span>
            <span className={classes.quiet}>{reason.detail}</span>
            {reason.advice && <span className={classes.advice}>{reason.advice}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
