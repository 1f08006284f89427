import type { Asset } from '#lib/schemas/asset.ts';
import type { ManifestDetail, ManifestProgress } from '#lib/schemas/manifest.ts';

/**
 * The manifest with this asset added at the end, or in the place of its older self. A primary one takes the mark from
 * the others of its group.
 */
export function withAsset(detail: ManifestDetail, asset: Asset): ManifestDetail {
  const isKnown = detail.assets.some((each) => each.asset_id === asset.asset_id);
  const assets = isKnown
    ? detail.assets.map((each) =>
        each.asset_id === asset.asset_id
          ? asset
          : asset.is_primary && each.is_primary && leaderOf(each) === leaderOf(asset)
            ? { ...each, is_primary: false }
            : each,
      )
    : [...detail.assets, asset];
  return { ...detail, assets, asset_count: assets.length };
}

export function withoutAssets(detail: ManifestDetail, assetIds: ReadonlySet<string>): ManifestDetail {
  const assets = detail.assets.filter((asset) => !assetIds.has(asset.asset_id));
  return { ...detail, assets, asset_count: assets.length };
}

/** The assets in the order of `assetIds`; what the list does not name keeps its order at the end. */
export function withOrder(detail: ManifestDetail, assetIds: readonly string[]): ManifestDetail {
  const place = new Map(assetIds.map((id, index) => [id, index]));
  const placeOf = (asset: Asset) => place.get(asset.asset_id) ?? assetIds.length;
  return { ...detail, assets: detail.assets.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

/** What a progress event says about status and images, before the whole manifest is read again. */
export function withProgress(detail: ManifestDetail, progress: ManifestProgress): ManifestDetail {
  const states = new Map(progress.assets.map((state) => [state.asset_id, state]));
  return {
    ...detail,
    status: progress.status,
    processing_progress: progress.progress,
    assets: detail.assets.map((asset) => {
      const state = states.get(asset.asset_id);
      const isNews =
        state &&
        (state.analysis_state !== asset.analysis_state ||
          state.analysis_error !== asset.analysis_error ||
          state.quality_score !== asset.quality_score);
      // What did not change stays the same object: its row is not drawn again.
      return isNews
        ? {
            ...asset,
            analysis_state: state.analysis_state,
            analysis_error: state.analysis_error,
            quality_score: state.quality_score,
          }
        : asset;
    }),
  };
}

/** How many images have a result: when it grows, the manifest is read again. */
export function finishedCount(progress: ManifestProgress | undefined): number {
  if (!progress) return 0;
  return progress.assets.filter(({ analysis_state: state }) => state === 'done' || state === 'failed').length;
}

/** What "Analyse 7 images" would work on: images never analysed, changed since, or failed. */
export function assetsToAnalyse(assets: readonly Asset[]): Asset[] {
  return assets.filter(
    (asset) =>
      asset.reference_image_url !== null &&
      (asset.analysis_state === 'none' || asset.analysis_state === 'failed'),
  );
}

/** `ids` with those of `moving` first or last, in the order they had. */
export function movedToEnd(
  ids: readonly string[],
  moving: ReadonlySet<string>,
  end: 'first' | 'last',
): string[] {
  const [moved, rest] = [ids.filter((id) => moving.has(id)), ids.filter((id) => !moving.has(id))];
  return end === 'first' ? [...moved, ...rest] : [...rest, ...moved];
}

/** `ids` with those of `moving`, in the order they had, where `overId` is. */
export function movedOver(ids: readonly string[], moving: ReadonlySet<string>, overId: string): string[] {
  if (moving.has(overId)) return [...ids];
  const isDown = ids.findIndex((id) => moving.has(id)) < ids.indexOf(overId);
  const rest = ids.filter((id) => !moving.has(id));
  rest.splice(rest.indexOf(overId) + (isDown ? 1 : 0), 0, ...ids.filter((id) => moving.has(id)));
  return rest;
}

/** `ids` with `id` moved by `by` places, staying inside the list. */
export function movedBy(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id);
  if (from < 0) return [...ids];
  const rest = ids.filter((each) => each !== id);
  rest.splice(Math.min(Math.max(from + by, 0), rest.length), 0, id);
  return rest;
}

const leaderOf = (asset: Asset) => asset.view_of_asset_id ?? asset.asset_id;

/** The references of one subject: the asset that leads it and its views. */
export function groupOf(assets: readonly Asset[], asset: Asset): Asset[] {
  return assets.filter((each) => leaderOf(each) === leaderOf(asset));
}

/** The manifest with these assets in place of their older selves. */
export function withAssets(detail: ManifestDetail, changed: readonly Asset[]): ManifestDetail {
  const byId = new Map(changed.map((asset) => [asset.asset_id, asset]));
  return { ...detail, assets: detail.assets.map((asset) => byId.get(asset.asset_id) ?? asset) };
}
