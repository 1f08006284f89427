import { Kbd } from '@mantine/core';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { AssetThumb } from './asset-thumb.tsx';
import classes from './generate.module.css';

export const MENTION_LIST_ID = 'mention-list';
export const mentionOptionId = (index: number) => `${MENTION_LIST_ID}-${index}`;

type Props = {
  assets: Asset[];
  active: number;
  /** "in The Lamplighter" */
  place: string;
  /** Where the half-typed mention ends, in px of the prompt. */
  below: { left: number; top: number };
  onPick: (asset: Asset) => void;
};

/** The assets that a half-typed mention may mean. The focus stays in the prompt. */
export function MentionList({ assets, active, place, below, onPick }: Props) {
  return (
    <div
      className={classes.mentions}
      style={{ '--caret-left': `${below.left}px`, '--caret-top': `${below.top}px` } as React.CSSProperties}
    >
      <div id={MENTION_LIST_ID} role="listbox" aria-label="Assets">
        {assets.map((asset, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the prompt has the focus and the keys
          <div
            key={asset.asset_id}
            id={mentionOptionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes.mention}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(asset)}
          >
            <span className={classes.mentionWell}>
              <AssetThumb asset={asset} sizes="64px" />
            </span>
            <span className={classes.mentionText}>
              <b>{asset.name}</b>
              <span>{asset.description}</span>
            </span>
            <TagChip tag={asset.manifest_tag} type={asset.asset_type} />
          </div>
        ))}
      </div>
      <div className={classes.mentionsFoot}>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> &ensp;<Kbd>↵</Kbd> insert
        </span>
        <span>{place}</span>
      </div>
    </div>
  );
}
