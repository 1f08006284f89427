import type { AssetType } from '#lib/schemas/asset.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';
import type { SnapshotAsset } from '#lib/schemas/snapshot.ts';

export type ReferenceRowData = {
  tag: string;
  type: AssetType;
  name: string;
  /** Of the snapshot; undefined while that is read. */
  asset: SnapshotAsset | undefined;
};

const byTag = (a: ReferenceRowData, b: ReferenceRowData) => (a.tag < b.tag ? -1 : 1);

/** The rows of the grid: what is in a scene, and what of the snapshot is in none. */
export function referenceRows(
  scenes: readonly Pick<ProjectScene, 'placements'>[],
  assets: readonly SnapshotAsset[],
): { placed: ReferenceRowData[]; free: ReferenceRowData[] } {
  const known = new Map(assets.map((asset) => [asset.manifest_tag, asset]));
  const placed = new Map<string, ReferenceRowData>();
  for (const { tag, asset_type, name } of scenes.flatMap((scene) => scene.placements))
    placed.set(tag, { tag, type: asset_type, name, asset: known.get(tag) });
  const free = assets
    .filter((asset) => !placed.has(asset.manifest_tag))
    .map((asset) => ({ tag: asset.manifest_tag, type: asset.asset_type, name: asset.name, asset }));
  return { placed: [...placed.values()].sort(byTag), free: free.sort(byTag) };
}
