import { IconAlertTriangle } from '@tabler/icons-react';
import type { AssetType } from '#lib/schemas/asset.ts';
import classes from './tag-chip.module.css';
import { TypeIcon } from './type-icon.tsx';
import { typeOfTag } from './type-words.ts';

type TagChipProps = {
  tag: string;
  /** Absent: read from the tag's prefix. */
  type?: AssetType;
  title?: string;
  /** A tag the manifest no longer has. */
  isRetired?: boolean;
  /** Without the chip's ground, as in edge print. */
  isBare?: boolean;
};

/** An asset's tag: icon and prefix carry the type, colour only helps. */
export function TagChip({ tag, type, title, isRetired = false, isBare = false }: TagChipProps) {
  return (
    <span
      className={classes.chip}
      title={title}
      data-bare={isBare || undefined}
      data-retired={isRetired || undefined}
    >
      {isRetired ? (
        <IconAlertTriangle size={14} stroke={1.5} aria-label="No longer in the manifest" />
      ) : (
        <TypeIcon type={type ?? typeOfTag(tag)} />
      )}
      {tag}
    </span>
  );
}
