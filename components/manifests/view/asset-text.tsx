import classes from './asset-detail.module.css';

type AssetTextProps = { label: string; text: string | null; origin?: 'user' | 'analysis' | null };

/** A labelled text of an asset; texts that were composed from measurements say so. */
export function AssetText({ label, text, origin = null }: AssetTextProps) {
  if (!text) return null;
  return (
    <section>
      <h3 className={classes.label}>
        {label}
        {origin === 'analysis' && ', from measurements'}
      </h3>
      <p className={classes.text}>{text}</p>
    </section>
  );
}
