'use client';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { v4 as uuid } from 'uuid';
import { arrangeViewsAction } from '#lib/actions/asset-actions.ts';
import { withAsset } from '#lib/client/asset-queries.ts';
import { cropAsset } from '#lib/client/crop-asset.ts';
import { detailOf } from '#lib/client/http.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { unwrap } from '#lib/client/use-action.ts';
import type { Asset, AssetView, CropAsset } from '#lib/schemas/asset.ts';

export type KeptCrop = CropAsset & { /** The side of the subject it shows. */ view?: AssetView | null };

/** Makes an asset of a part of an image, and puts it into a slot of its subject where it shows a side. */
export function useKeepCrop(asset: Asset) {
  const queryClient = useQueryClient();
  // A repeated press is the same crop; another one is another.
  const last = useRef({ input: '', key: '' });
  return useMutation({
    mutationFn: async ({ view, ...input }: KeptCrop) => {
      const wanted = JSON.stringify([asset.asset_id, asset.image_hash, input]);
      if (last.current.input !== wanted) last.current = { input: wanted, key: uuid() };
      const made = await cropAsset(asset.asset_id, input, last.current.key);
      last.current = { input: '', key: '' };
      await changeCachedManifest(queryClient, made.manifest_id, (detail) => withAsset(detail, made));
      if (view) unwrap(await arrangeViewsAction(asset.asset_id, { [view]: made.asset_id }));
      return made;
    },
    onSuccess: (made) => {
      notifications.show({ message: `${made.name} is kept as ${made.manifest_tag}.` });
    },
    onError: (error) => notifications.show({ color: 'red', message: detailOf(error) }),
    onSettled: () => refreshManifest(queryClient, asset.manifest_id),
  });
}
