import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';

/** Assets in the order of their manifest that hold every word of a search in what is written about them. */
export function foundAssets(assets: readonly SnapshotAsset[], query: string): SnapshotAsset[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const sorted = assets.toSorted((a, b) => a.sort_order - b.sort_order);
  if (words.length === 0) return sorted;
  return sorted.filter((asset) => {
    const { name, manifest_tag, description, visual_description, user_tags } = asset;
    const text = [name, manifest_tag, description, visual_description ?? '', ...user_tags]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
