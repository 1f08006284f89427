import { Picture } from '#components/ui/picture.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { TagChip } from '../tag-chip.tsx';
import classes from './asset-rows.module.css';
import { QualityScore } from './quality-score.tsx';

/** Width by height of an asset's picture; square while it has none. */
export const ratioOf = ({ width, height }: Asset) => (width && height ? width / height : 1);

type AssetTileProps = {
  asset: Asset;
  /** Px the picture is about as wide as. */
  width: number;
  isDimmed: boolean;
  onOpen: (assetId: string) => void;
};

/** A whole picture with its edge print. */
export function AssetTile({ asset, width, isDimmed, onOpen }: AssetTileProps) {
  return (
    <button type="button" className={classes.open} onClick={() => onOpen(asset.asset_id)}>
      <span
        className={classes.frame}
        data-waiting={(isDimmed && asset.analysis_state !== 'done') || undefined}
      >
        {asset.reference_image_url ? (
          <Picture
            url={asset.reference_image_url}
            sizes={`${Math.ceil(width)}px`}
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
        <QualityScore score={asset.quality_score} />
      </span>
    </button>
  );
}
