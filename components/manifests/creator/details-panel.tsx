import { AssetUsage } from '#components/manifests/asset-usage.tsx';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import type { Asset } from '#lib/schemas/asset.ts';
import { AssetButtons } from './asset-buttons.tsx';
import { AssetTextField } from './asset-text-field.tsx';
import details from './details.module.css';
import parts from './parts.module.css';
import { ReferenceSlots } from './reference-slots.tsx';
import { ReplacementNotice } from './replacement-notice.tsx';
import { TypeField } from './type-field.tsx';
import { UserTagsField } from './user-tags-field.tsx';

/** The form of one image while the manifest is being built. */
export function DetailsPanel({ asset }: { asset: Asset }) {
  return (
    <div className={parts.sideBody}>
      <div className={details.preview} data-alpha={asset.has_alpha || undefined}>
        {asset.reference_image_url && <img src={`${asset.reference_image_url}?w=640`} alt={asset.name} />}
      </div>
      <ReplacementNotice asset={asset} />
      <AssetTextField
        asset={asset}
        field="name"
        label="Name"
        aside={asset.file_name && <span className={parts.mono}>{asset.file_name}</span>}
      />
      <TypeField ids={[asset.asset_id]} value={asset.asset_type} />
      <div className={details.tagNote}>
        <TagChip tag={asset.manifest_tag} type={asset.asset_type} />
        <span className={parts.meta}>Given by the system. Changing the type gives a new tag.</span>
      </div>
      <AssetTextField
        asset={asset}
        field="description"
        label="Description"
        placeholder="What it is, and what must not change"
      />
      <UserTagsField asset={asset} />
      <ReferenceSlots asset={asset} />
      <AssetUsage assetId={asset.asset_id} />
      <AssetButtons asset={asset} />
    </div>
  );
}
