import type { QueryClient } from '@tanstack/react-query';
import { orderAssetsAction } from '#lib/actions/asset-actions.ts';
import { withOrder } from '#lib/client/asset-queries.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { unwrap } from '#lib/client/use-action.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';

/** After a batch of uploads: files that were sent side by side arrive in any order, so their assets are put into theirs. */
export async function keepFileOrder(
  queryClient: QueryClient,
  manifestId: string,
  newAssetIds: string[],
): Promise<void> {
  const detail = queryClient.getQueryData<ManifestDetail>(manifestKeys.detail(manifestId));
  const now = detail?.assets.map((asset) => asset.asset_id) ?? [];
  const wanted = [
    ...now.filter((id) => !newAssetIds.includes(id)),
    ...newAssetIds.filter((id) => now.includes(id)),
  ];
  // The cache has the order of the answers; the server gave the places in the order of arrival, unknown here.
  if (newAssetIds.length > 1) {
    await changeCachedManifest(queryClient, manifestId, (cached) => withOrder(cached, wanted));
    // A worse order is no reason to trouble anybody: the next read shows what the server has.
    await orderAssetsAction(manifestId, wanted)
      .then(unwrap)
      .catch(() => null);
  }
  await refreshManifest(queryClient, manifestId);
}
