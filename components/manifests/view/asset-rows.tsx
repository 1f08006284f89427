'use client';
import type { CSSProperties } from 'react';
import { besideLeaders } from '#lib/manifests/reference-order.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { TagChip } from '../tag-chip.tsx';
import { printName } from '../view-words.ts';
import { AssetPicture } from './asset-picture.tsx';
import classes from './asset-rows.module.css';
import { QualityScore } from './quality-score.tsx';

/** Height of a row in px; rows grow from it until they fill the width. */
export const ROW_HEIGHTS = [120, 160, 200, 280, 400] as const;

type AssetRowsProps = {
  assets: Asset[];
  rowHeight: number;
  /** Images without a result stand back. */
  isDimmed: boolean;
  /** What the present version did to an asset, by tag: "changed", "added". */
  marks: ReadonlyMap<string, string>;
  version: number;
  onOpen: (assetId: string) => void;
};

/**
 * Whole pictures in justified rows with edge print below; views stand beside the subject they show. Width and growth of
 * a tile are both its ratio, so all of a row come out equally tall, whatever the width of the page.
 */
export function AssetRows({ assets, rowHeight, isDimmed, marks, version, onOpen }: AssetRowsProps) {
  const ordered = besideLeaders(
    assets,
    (asset) => asset.asset_id,
    (asset) => asset.view_of_asset_id,
  );
  return (
    <ul className={classes.rows} style={{ '--row-height': `${rowHeight}px` } as CSSProperties}>
      {ordered.map((asset) => {
        const ratio = asset.width && asset.height ? asset.width / asset.height : 1;
        const mark = marks.get(asset.manifest_tag);
        return (
          <li key={asset.asset_id} className={classes.tile} style={{ '--ratio': ratio } as CSSProperties}>
            <button type="button" className={classes.open} onClick={() => onOpen(asset.asset_id)}>
              <span
                className={classes.frame}
                data-waiting={(isDimmed && asset.analysis_state !== 'done') || undefined}
              >
                <AssetPicture
                  asset={asset}
                  sizes={`${Math.ceil(ratio * rowHeight * 1.2)}px`}
                  className={classes.picture}
                  wordsClassName={classes.none}
                />
              </span>
              <span className={classes.print}>
                <TagChip tag={asset.manifest_tag} type={asset.asset_type} isBare />
                <span className={classes.name}>{printName(asset, assets)}</span>
                {mark ? (
                  <span className={classes.mark}>
                    <span className={classes.markWord}>{mark} in </span>v{version}
                  </span>
                ) : (
                  <QualityScore score={asset.quality_score} />
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
