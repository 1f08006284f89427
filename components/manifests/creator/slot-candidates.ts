import type { Asset } from '#lib/schemas/asset.ts';

/** A list that is read, not searched, ends somewhere. */
const LISTED = 40;

/**
 * The images that may go into a slot of this asset's subject, likeliest first: its own group and crops, then its
 * type. What leads views of another subject is left out, and so is what the slot holds already.
 */
export function slotCandidates(assets: Asset[], asset: Asset, held: Asset | null, query: string): Asset[] {
  const leaderId = asset.view_of_asset_id ?? asset.asset_id;
  const leaders = new Set(assets.map((each) => each.view_of_asset_id).filter((id) => id !== leaderId));
  const wanted = query.trim().toLowerCase();
  const isNear = (each: Asset) =>
    each.asset_id === leaderId ||
    each.view_of_asset_id === leaderId ||
    each.source_asset_id === asset.asset_id;
  const rank = (each: Asset) => (isNear(each) ? 0 : each.asset_type === asset.asset_type ? 1 : 2);
  return assets
    .filter(
      (each) =>
        each.reference_image_url !== null &&
        each.asset_id !== held?.asset_id &&
        !leaders.has(each.asset_id) &&
        `${each.manifest_tag} ${each.name}`.toLowerCase().includes(wanted),
    )
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, LISTED);
}
