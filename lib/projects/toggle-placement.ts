import type { AssetType } from '../schemas/asset.ts';
import type { PlacementEdit } from '../schemas/scene-edit.ts';
import type { Placement } from '../schemas/storyboard.ts';

type PlaceableAsset = { manifest_tag: string; asset_type: AssetType };

const SIDES = ['centre', 'left', 'right'] as const;

const toEdit = ({ tag, role, position, action }: Placement | PlacementEdit): PlacementEdit => ({
  tag,
  role,
  position,
  action,
});

/** Where an asset stands in a scene when nobody says: a place is the ground, a style grades, all else stands in it. */
export function defaultPlacement(asset: PlaceableAsset, beside: readonly PlacementEdit[]): PlacementEdit {
  const common = { tag: asset.manifest_tag, action: '' };
  if (asset.asset_type === 'ENVIRONMENT') return { ...common, role: 'plate', position: 'full' };
  if (asset.asset_type === 'STYLE') return { ...common, role: 'style', position: 'full' };
  const taken = new Set(beside.filter((each) => each.role === 'subject').map((each) => each.position));
  const position = SIDES.find((side) => !taken.has(side)) ?? 'centre';
  return { ...common, role: 'subject', position };
}

/** Placements with the asset taken out or put in. A new ground comes first: the first one is drawn. */
export function togglePlacement(
  placements: readonly (Placement | PlacementEdit)[],
  asset: PlaceableAsset,
): PlacementEdit[] {
  const present = placements.map(toEdit);
  const rest = present.filter((each) => each.tag !== asset.manifest_tag);
  if (rest.length < present.length) return rest;
  const added = defaultPlacement(asset, present);
  return added.role === 'plate' ? [added, ...present] : [...present, added];
}
