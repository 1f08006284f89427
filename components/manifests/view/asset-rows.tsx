'use client';
import type { CSSProperties } from 'react';
import { Picture } from '#components/ui/picture.tsx';
import { besideLeaders } from '#lib/manifests/reference-order.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import { TagChip } from '../tag-chip.tsx';
import { printName } from '../view-words.ts';
import classes from './asset-rows.module.css';
import { QualityScore } from './quality-score.tsx';

/** Height of a row in px; rows grow from it until they fill the width. */
export const ROW_HEIGHTS = [120, 160, 200, 280, 400] as const;

type AssetRowsProps = {
  assets: Asset[];
  rowHeight: number;
  /** Images without a result stand back. */
  isDimmed: boolean;
  onOpen: (assetId: string) => void;
};

/**
 * Whole pictures in justified rows with edge print below; views stand beside the subject they show. Width and growth of a tile are both its ratio, so all of a
 * row come out equally tall, whatever the width of the page.
 */
export function AssetRows({ assets, rowHeight, isDimmed, onOpen }: AssetRowsProps) {
  const ordered = besideLeaders(
    assets,
    (asset) => asset.asset_id,
    (asset) => asset.view_of_asset_id,
  );
  return (
    <ul className={classes.rows} style={{ '--row': `${rowHeight}px` } as CSSProperties}>
      {ordered.map((asset) => {
        const ratio = asset.width && asset.height ? asset.width / asset.height : 1;
        return (
          <li key={asset.asset_id} className={classes.tile} style={{ '--ratio': ratio } as CSSProperties}>
            <button type="button" className={classes.open} onClick={() => onOpen(asset.asset_id)}>
              <span
                className={classes.frame}
                data-waiting={(isDimmed && asset.analysis_state !== 'done') || undefined}
              >
                {asset.reference_image_url ? (
                  <Picture
                    url={asset.reference_image_url}
                    sizes={`${Math.ceil(ratio * rowHeight * 1.2)}px`}
                    hasAlpha={asset.has_alpha}
                    className={classes.picture}
                  />
                ) : (
                  <span className={classes.none}>No image yet</span>
                )}
              </span>
              <span className={classes.print}>
                <TagChip tag={asset.manifest_tag} type={asset.asset_type} isBare />
                <span className={classes.name}>{printName(asset, assets)}</span>
                <QualityScore score={asset.quality_score} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
