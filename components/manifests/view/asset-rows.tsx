'use client';
import type { CSSProperties } from 'react';
import { Picture } from '#components/ui/picture.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { TagChip } from '../tag-chip.tsx';
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
 * Whole pictures in justified rows with edge print below. Width and growth of a tile are both its ratio, so all of a
 * row come out equally tall, whatever the width of the page.
 */
export function AssetRows({ assets, rowHeight, isDimmed, marks, version, onOpen }: AssetRowsProps) {
  return (
    <ul className={classes.rows} style={{ '--row-height': `${rowHeight}px` } as CSSProperties}>
      {assets.map((asset) => {
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
                <span className={classes.name}>{asset.name}</span>
                {marks.has(asset.manifest_tag) ? (
                  <span className={classes.mark}>
                    <span className={classes.markWord}>{marks.get(asset.manifest_tag)} in </span>v{version}
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
