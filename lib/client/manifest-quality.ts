import type { Asset } from '#lib/schemas/asset.ts';

export type ManifestQuality = {
  /** 0…10, of the analysed images. */
  average: number;
  weakest: {
    asset: Asset;
    score: number /** "narrow: 480 px"; null: nothing needs mending. */;
    reason: string | null;
  };
};

/** How good the images of a manifest are, and the one that pulls it down; null when none was analysed. */
export function manifestQuality(assets: readonly Asset[]): ManifestQuality | null {
  const scored = assets.flatMap((asset) =>
    asset.quality_score === null ? [] : [{ asset, score: asset.quality_score }],
  );
  const [first] = scored;
  if (!first) return null;
  const average = scored.reduce((sum, { score }) => sum + score, 0) / scored.length;
  const { asset, score } = scored.reduce((worst, each) => (each.score < worst.score ? each : worst), first);
  const reason = (asset.quality_reasons ?? [])
    .filter(({ advice }) => advice !== null)
    .toSorted((a, b) => a.score - b.score)[0]?.advice;
  return { average, weakest: { asset, score, reason: reason ?? null } };
}

/** The assets a manifest is known by: the primary ones, then those that stand for a subject, each in order. */
export function keyAssets(assets: readonly Asset[], count: number): Asset[] {
  const rank = (asset: Asset) => (asset.is_primary ? 0 : asset.view_of_asset_id === null ? 1 : 2);
  return assets.toSorted((a, b) => rank(a) - rank(b) || a.sort_order - b.sort_order).slice(0, count);
}
