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

type Scene = Pick<ProjectScene, 'placements'>;

export const placedTags = (scenes: readonly Scene[]): Set<string> =>
  new Set(scenes.flatMap((scene) => scene.placements.map((each) => each.tag)));

/** Every row there can be, by tag: what is in a scene and what of the snapshot is in none. */
export function referenceRows(
  scenes: readonly Scene[],
  assets: readonly SnapshotAsset[],
): ReferenceRowData[] {
  const rows = new Map<string, ReferenceRowData>();
  for (const { tag, asset_type, name } of scenes.flatMap((scene) => scene.placements))
    rows.set(tag, { tag, type: asset_type, name, asset: undefined });
  for (const asset of assets) {
    const { manifest_tag: tag, asset_type: type, name } = asset;
    rows.set(tag, { tag, type, name, asset });
  }
  return [...rows.values()].sort((a, b) => (a.tag < b.tag ? -1 : 1));
}
