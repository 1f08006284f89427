import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import classes from './type-counts.module.css';
import { TypeIcon } from './type-icon.tsx';
import { countLabel, TYPE_ORDER } from './type-words.ts';

/** How many assets of each type: icon and number, said in words to a screen reader. */
export function TypeCounts({ counts }: { counts: ManifestListItem['type_counts'] }) {
  return (
    <ul className={classes.list}>
      {TYPE_ORDER.map((type) => {
        const count = counts[type];
        if (!count) return null;
        const label = countLabel(type, count);
        return (
          <li key={type} className={classes.count} title={label}>
            <TypeIcon type={type} />
            <span aria-hidden="true">{count}</span>
            <span className="vp-sr-only">{label}</span>
          </li>
        );
      })}
    </ul>
  );
}
