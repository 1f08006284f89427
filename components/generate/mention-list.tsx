import { Kbd } from '@mantine/core';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import classes from './generate.module.css';
import type { CaretPlace } from './use-caret-place.ts';

export const MENTION_LIST_ID = 'mention-list';
export const mentionOptionId = (index: number) => `${MENTION_LIST_ID}-${index}`;

type Props = {
  assets: Asset[];
  active: number;
  manifestName: string;
  place: CaretPlace;
  onPick: (asset: Asset) => void;
};

/** The assets that a half-typed mention may mean. The focus stays in the prompt. */
export function MentionList({ assets, active, manifestName, place, onPick }: Props) {
  return (
    <div
      className={classes.mentions}
      style={{ '--caret-left': `${place.left}px`, '--caret-top': `${place.top}px` } as React.CSSProperties}
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
              {asset.thumbnail_url && <Picture url={asset.thumbnail_url} sizes="64px" />}
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
        <span>in {manifestName}</span>
      </div>
    </div>
  );
}
