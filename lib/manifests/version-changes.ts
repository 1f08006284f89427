import canonicalize from 'canonicalize';
import type { SnapshotAsset, SnapshotData } from '../schemas/snapshot.ts';
import {
  CHANGED_FIELDS,
  type ChangedField,
  MANIFEST_FIELDS,
  type NumberedContent,
  type VersionChanges,
} from '../schemas/version.ts';

/** What each word for a change looks at. */
const COLUMNS: Record<Exclude<ChangedField, 'analysis'>, (keyof SnapshotAsset)[]> = {
  image: ['image_hash'],
  type: ['asset_type', 'manifest_tag'],
  name: ['name'],
  description: ['description'],
  tags: ['user_tags'],
  'reverse prompt': ['reverse_prompt'],
  'visual description': ['visual_description'],
  primary: ['is_primary'],
  view: ['view', 'view_of', 'cropped_from'],
};
const MEASURED: (keyof SnapshotAsset)[] = ['quality_score', 'palette', 'perceptual_hash', 'crop_bbox'];

/**
 * What an asset changed, in the order of `CHANGED_FIELDS`. Another image has another analysis, or none yet: that goes
 * without saying.
 */
export function changedFields(before: SnapshotAsset, after: SnapshotAsset): ChangedField[] {
  const differs = (columns: (keyof SnapshotAsset)[]) =>
    columns.some((c) => canonicalize(before[c]) !== canonicalize(after[c]));
  const isReplaced = differs(COLUMNS.image);
  const isComposed = (text: 'reverse_prompt' | 'visual_description') =>
    isReplaced && (before[text] === null || after[text] === null);
  return CHANGED_FIELDS.filter((field) => {
    if (field === 'analysis') return !isReplaced && differs(MEASURED);
    if (field === 'reverse prompt' && isComposed('reverse_prompt')) return false;
    if (field === 'visual description' && isComposed('visual_description')) return false;
    return differs(COLUMNS[field]);
  });
}

/** What is different in `now`. Place alone is no change of an asset: it is told as `reordered`. */
export function changesBetween(before: NumberedContent | null, now: SnapshotData): VersionChanges {
  const was = new Map(before?.data.assets.map((asset) => [asset.asset_id, asset]));
  const is = new Map(now.assets.map((asset) => [asset.asset_id, asset]));
  const keptBefore = before?.data.assets.filter((asset) => is.has(asset.asset_id)) ?? [];
  const keptNow = now.assets.filter((asset) => was.has(asset.asset_id));
  return {
    against: before?.version ?? null,
    manifest: MANIFEST_FIELDS.filter(
      (field) => before && canonicalize(before.data.manifest[field]) !== canonicalize(now.manifest[field]),
    ),
    added: now.assets.filter((asset) => !was.has(asset.asset_id)).map((asset) => asset.manifest_tag),
    removed: (before?.data.assets ?? [])
      .filter((asset) => !is.has(asset.asset_id))
      .map((asset) => asset.manifest_tag),
    changed: keptNow.flatMap((asset) => {
      const old = was.get(asset.asset_id);
      const fields = old ? changedFields(old, asset) : [];
      if (!old || fields.length === 0) return [];
      const retagged = old.manifest_tag !== asset.manifest_tag;
      return [
        { manifest_tag: asset.manifest_tag, ...(retagged && { former_tag: old.manifest_tag }), fields },
      ];
    }),
    reordered: keptNow.some((asset, place) => asset.asset_id !== keptBefore[place]?.asset_id),
  };
}

/** Whether two versions say the same: everything but their number. */
export function isSameContent(a: SnapshotData, b: SnapshotData): boolean {
  const content = ({ manifest, ...data }: SnapshotData) =>
    canonicalize({ ...data, manifest: { ...manifest, version: 0 } });
  return content(a) === content(b);
}
