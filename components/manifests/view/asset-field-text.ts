import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';
import type { ChangedField } from '#lib/schemas/version.ts';
import { TYPE_WORDS } from '../type-words.ts';

/** What an asset says in a field that versions are compared by; nothing for its image. */
export function assetFieldText(asset: SnapshotAsset, field: ChangedField): string {
  switch (field) {
    case 'image':
      return '';
    case 'type':
      return `${TYPE_WORDS[asset.asset_type].one}, ${asset.manifest_tag}`;
    case 'name':
      return asset.name;
    case 'description':
      return asset.description;
    case 'tags':
      return asset.user_tags.join(', ');
    case 'reverse prompt':
      return asset.reverse_prompt ?? '';
    case 'visual description':
      return asset.visual_description ?? '';
    case 'primary':
      return asset.is_primary ? 'primary reference' : 'not primary';
    case 'view':
      return [
        asset.view?.replace('_', ' '),
        asset.view_of && `of ${asset.view_of}`,
        asset.cropped_from && `cropped from ${asset.cropped_from}`,
      ]
        .filter(Boolean)
        .join(', ');
    case 'analysis':
      return asset.quality_score === null ? 'not analysed' : `quality ${asset.quality_score.toFixed(1)}`;
  }
}
