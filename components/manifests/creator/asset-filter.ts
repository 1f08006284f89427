import type { Asset, AssetType } from '#lib/schemas/asset.ts';
import { isWeak } from './asset-words.ts';

export const ASSET_STATES = ['weak', 'new', 'failed', 'bare'] as const;
/** What a review looks for: weak quality, not analysed, analysis failed, nothing written. */
export type AssetState = (typeof ASSET_STATES)[number];
export type AssetFilter = { type: AssetType | null; show: AssetState | null };

const IS: Record<AssetState, (asset: Asset) => boolean> = {
  weak: isWeak,
  new: (asset) => asset.reference_image_url !== null && asset.analysis_state === 'none',
  failed: (asset) => asset.analysis_state === 'failed',
  bare: (asset) => asset.description.trim() === '',
};

const isOfType = (asset: Asset, { type }: AssetFilter) => type === null || asset.asset_type === type;
const isShown = (asset: Asset, { show }: AssetFilter) => show === null || IS[show](asset);

/** The assets that match. The one that is open stays, or it would vanish under the hand that mends it. */
export function filterAssets(assets: Asset[], filter: AssetFilter, openId: string | null): Asset[] {
  if (filter.type === null && filter.show === null) return assets;
  return assets.filter(
    (asset) => asset.asset_id === openId || (isOfType(asset, filter) && isShown(asset, filter)),
  );
}

/** How many each choice would show, the other choice left as it is. */
export function countFilters(assets: Asset[], filter: AssetFilter) {
  const ofType = assets.filter((asset) => isOfType(asset, filter));
  const shown = assets.filter((asset) => isShown(asset, filter));
  const types: Partial<Record<AssetType, number>> = {};
  for (const { asset_type } of shown) types[asset_type] = (types[asset_type] ?? 0) + 1;
  const states = Object.fromEntries(
    ASSET_STATES.map((state) => [state, ofType.filter(IS[state]).length]),
  ) as Record<AssetState, number>;
  return { all: ofType.length, types, states };
}
