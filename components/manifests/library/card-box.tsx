import { memo } from 'react';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';
import classes from './card-box.module.css';

type CardBoxProps = {
  manifest: ManifestListItem;
  isChecked: boolean;
  tabIndex: number;
  onPick: (manifest: ManifestListItem, isRange: boolean) => void;
};

/** The box that selects a card. With Shift everything from the last pick to this one. */
export const CardBox = memo(function CardBox({ manifest, isChecked, tabIndex, onPick }: CardBoxProps) {
  return (
    <input
      type="checkbox"
      className={classes.box}
      aria-label={`Select ${manifest.name}`}
      checked={isChecked}
      tabIndex={tabIndex}
      onClick={(event) => onPick(manifest, event.shiftKey)}
      // The click above knows about Shift; a change does not.
      onChange={() => {}}
    />
  );
});
