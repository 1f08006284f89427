import classes from './quality-score.module.css';

/** Below this an image is worth replacing. */
export const LOW_QUALITY = 6;

/** A score of 0–10 in edge print; nothing before the image was analysed. */
export function QualityScore({ score }: { score: number | null }) {
  if (score === null) return null;
  return (
    <span
      className={classes.score}
      data-low={score < LOW_QUALITY || undefined}
      title={`Quality ${score.toFixed(1)} of 10`}
    >
      <span className="vp-sr-only">Quality </span>
      {score.toFixed(1)}
    </span>
  );
}
