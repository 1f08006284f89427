import { IconStarFilled } from '@tabler/icons-react';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { AnalysisText, Yours } from './analysis-text.tsx';
import { AssetButtons } from './asset-buttons.tsx';
import { AssetTextField } from './asset-text-field.tsx';
import { formatScore, isWeak } from './asset-words.ts';
import details from './details.module.css';
import { PaletteStrip } from './palette-strip.tsx';
import parts from './parts.module.css';
import { QualityBlock } from './quality-block.tsx';
import { ReferenceSlots } from './reference-slots.tsx';
import { ReplacementNotice } from './replacement-notice.tsx';
import { TypeField } from './type-field.tsx';
import { UserTagsField } from './user-tags-field.tsx';

/** What the analysis made of one image, and the texts to set right. */
export function ReviewPanel({ asset }: { asset: Asset }) {
  return (
    <div className={parts.sideBody}>
      <div className={details.reviewHead}>
        <div>
          <h2 className={details.reviewName}>
            {asset.name}
            {asset.is_primary && (
              <IconStarFilled size={16} color="var(--vp-accink)" aria-label="primary reference" />
            )}
          </h2>
          <div className={details.reviewTag}>
            <TagChip tag={asset.manifest_tag} type={asset.asset_type} />
            {asset.is_primary && <span className={parts.meta}>primary reference</span>}
          </div>
        </div>
        {asset.quality_score !== null && (
          <div className={details.readout} data-weak={isWeak(asset) || undefined}>
            <span className={details.readoutValue}>{formatScore(asset.quality_score)}</span>
            <span className={parts.meta}>quality</span>
          </div>
        )}
      </div>
      <ReplacementNotice asset={asset} />
      <QualityBlock asset={asset} />
      <AssetTextField
        asset={asset}
        field="description"
        label="Description"
        aside={asset.description && <Yours />}
      />
      <AnalysisText asset={asset} field="reverse_prompt" label="Reverse prompt" />
      <AnalysisText asset={asset} field="visual_description" label="Visual description" />
      {asset.palette && asset.palette.length > 0 && <PaletteStrip palette={asset.palette} />}
      <ReferenceSlots asset={asset} />
      <TypeField ids={[asset.asset_id]} value={asset.asset_type} />
      <UserTagsField asset={asset} />
      <AssetTextField asset={asset} field="name" label="Name" />
      <AssetButtons asset={asset} />
    </div>
  );
}
