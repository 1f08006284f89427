import type { Asset } from '#lib/schemas/asset.ts';
import { TagChip } from '../tag-chip.tsx';
import { AssetPicture } from './asset-picture.tsx';
import classes from './asset-rows.module.css';
import { QualityScore } from './quality-score.tsx';

/** Width by height of an asset's picture; square while it has none. */
export const ratioOf = ({ width, height }: Asset) => (width && height ? width / height : 1);

type AssetTileProps = {
  asset: Asset;
  /** What its edge print calls it. */
  name: string;
  /** What the present version did to it: "changed", "added". */
  mark: string | undefined;
  version: number;
  /** Px the picture is about as wide as. */
  width: number;
  isDimmed: boolean;
  onOpen: (assetId: string) => void;
};

/** A whole picture with its edge print. */
export function AssetTile({ asset, name, mark, version, width, isDimmed, onOpen }: AssetTileProps) {
  return (
    <button type="button" className={classes.open} onClick={() => onOpen(asset.asset_id)}>
      <span
        className={classes.frame}
        data-waiting={(isDimmed && asset.analysis_state !== 'done') || undefined}
      >
        <AssetPicture
          asset={asset}
          sizes={`${Math.ceil(width)}px`}
          className={classes.picture}
          wordsClassName={classes.none}
        />
      </span>
      <span className={classes.print}>
        <TagChip tag={asset.manifest_tag} type={asset.asset_type} isBare />
        <span className={classes.name}>{name}</span>
        {mark ? (
          <span className={classes.mark}>
            <span className={classes.markWord}>{mark} in </span>v{version}
          </span>
        ) : (
          <QualityScore score={asset.quality_score} />
        )}
      </span>
    </button>
  );
}
