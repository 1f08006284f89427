import type { QueryClient } from '@tanstack/react-query';
import { orderAssetsAction } from '#lib/actions/asset-actions.ts';
import { withOrder } from '#lib/client/asset-queries.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { unwrap } from '#lib/client/use-action.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';

/** Files that were sent side by side arrive in any order: puts their assets into the order of the files. */
export async function keepFileOrder(queryClient: QueryClient, assetIds: string[]): Promise<void> {
  const detail = queryClient
    .getQueriesData<ManifestDetail>({ queryKey: manifestKeys.details() })
    .map(([, each]) => each)
    .find((each) => each?.assets.some((asset) => asset.asset_id === assetIds[0]));
  if (!detail) return;
  const now = detail.assets.map((asset) => asset.asset_id);
  const wanted = [
    ...now.filter((id) => !assetIds.includes(id)),
    ...assetIds.filter((id) => now.includes(id)),
  ];
  if (wanted.join() === now.join()) return;
  const key = manifestKeys.detail(detail.manifest_id);
  await queryClient.cancelQueries({ queryKey: key });
  queryClient.setQueryData<ManifestDetail>(key, (cached) => cached && withOrder(cached, wanted));
  // A worse order is no reason to trouble anybody: the next read shows what the server has.
  await orderAssetsAction(detail.manifest_id, wanted)
    .then(unwrap)
    .catch(() => null);
  await queryClient.invalidateQueries({ queryKey: key });
}
