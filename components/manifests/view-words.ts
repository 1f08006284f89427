import { ASSET_VIEWS, type Asset, type AssetView } from '#lib/schemas/asset.ts';

export const VIEW_WORDS: Record<AssetView, string> = {
  front: 'Front',
  three_quarter: 'Three-quarter',
  side: 'Side',
  full_body: 'Full body',
};

export const VIEW_OPTIONS = ASSET_VIEWS.map((view) => ({ value: view, label: VIEW_WORDS[view] }));

/** What the edge print calls an asset: a view by its subject and side, "Mara, side". */
export function printName(asset: Asset, assets: readonly Asset[]): string {
  if (!asset.view || !asset.view_of_asset_id) return asset.name;
  const leader = assets.find(({ asset_id }) => asset_id === asset.view_of_asset_id);
  return leader ? `${leader.name}, ${VIEW_WORDS[asset.view].toLowerCase()}` : asset.name;
}
