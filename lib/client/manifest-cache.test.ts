import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { Asset } from '#lib/schemas/asset.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import { withAsset } from './asset-queries.ts';
import { changeCachedManifest } from './manifest-cache.ts';
import { manifestKeys } from './manifest-queries.ts';

const asset = (id: string) => ({ asset_id: id }) as Asset;
const detail = (...assets: Asset[]) => ({ assets }) as ManifestDetail;

it('a read that began before a change does not take the change away', async () => {
  const queryClient = new QueryClient();
  const queryKey = manifestKeys.detail('m');
  queryClient.setQueryData(queryKey, detail(asset('a')));
  const answer = Promise.withResolvers<ManifestDetail>();
  const read = queryClient.fetchQuery({ queryKey, queryFn: () => answer.promise }).catch(() => null);

  await Promise.all([
    changeCachedManifest(queryClient, 'm', (cached) => withAsset(cached, asset('b'))),
    changeCachedManifest(queryClient, 'm', (cached) => withAsset(cached, asset('c'))),
  ]);
  answer.resolve(detail(asset('a')));
  await read;

  const cached = queryClient.getQueryData<ManifestDetail>(queryKey);
  expect(cached?.assets.map((each) => each.asset_id)).toEqual(['a', 'b', 'c']);
});
