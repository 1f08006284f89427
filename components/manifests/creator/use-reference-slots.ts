'use client';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { v4 as uuid } from 'uuid';
import { VIEW_WORDS } from '#components/manifests/view-words.ts';
import { arrangeViewsAction } from '#lib/actions/asset-actions.ts';
import { nameFromFile } from '#lib/assets/file-name.ts';
import { groupOf, withAsset, withAssets } from '#lib/client/asset-queries.ts';
import { detailOf } from '#lib/client/http.ts';
import { checkImageFile } from '#lib/client/image-file-check.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { uploadFile } from '#lib/client/upload-file.ts';
import { unwrap } from '#lib/client/use-action.ts';
import { AppError } from '#lib/errors.ts';
import { type ArrangeViews, ASSET_VIEWS, type Asset, type AssetView } from '#lib/schemas/asset.ts';
import { useCreator } from './creator-context.tsx';

/** The slots of one subject: who is in them, and the ways to fill, swap and clear them. Each can be undone. */
export function useReferenceSlots(asset: Asset) {
  const { assets, undo } = useCreator();
  const queryClient = useQueryClient();
  const group = groupOf(assets, asset);
  const inSlot = (view: AssetView) => group.find((each) => each.view === view) ?? null;
  const present = (): ArrangeViews =>
    Object.fromEntries(ASSET_VIEWS.map((view) => [view, inSlot(view)?.asset_id ?? null]));

  const arranging = useMutation({
    mutationFn: async (slots: ArrangeViews) => unwrap(await arrangeViewsAction(asset.asset_id, slots)),
    onSuccess: (all) =>
      changeCachedManifest(queryClient, asset.manifest_id, (detail) => withAssets(detail, all)),
    onError: (error) => notifications.show({ color: 'red', message: detailOf(error) }),
    onSettled: () => refreshManifest(queryClient, asset.manifest_id),
  });

  function arrange(slots: ArrangeViews) {
    const before = present();
    undo.remember(
      'views',
      () => arranging.mutateAsync(before),
      () => arranging.mutateAsync(slots),
    );
    arranging.mutate(slots);
  }

  const uploading = useMutation({
    mutationFn: async ({ file, view }: { file: File; view: AssetView }) => {
      const refusal = await checkImageFile(file);
      if (refusal) throw new AppError('unsupported-image-type', { detail: refusal });
      const made = await uploadFile({
        url: `/api/manifests/${asset.manifest_id}/assets`,
        fields: { name: nameFromFile(file.name), asset_type: asset.asset_type },
        idempotencyKey: uuid(),
        file,
        onProgress: () => {},
        signal: new AbortController().signal,
      });
      await changeCachedManifest(queryClient, asset.manifest_id, (detail) => withAsset(detail, made));
      return { made, view };
    },
    onSuccess: ({ made, view }) => arrange({ [view]: made.asset_id }),
    onError: (error) => notifications.show({ color: 'red', message: detailOf(error) }),
  });

  return {
    group,
    inSlot,
    isBusy: arranging.isPending || uploading.isPending,
    upload: (file: File, view: AssetView) => uploading.mutate({ file, view }),
    fill: (view: AssetView, assetId: string) => {
      const place = group.find((each) => each.asset_id === assetId)?.view;
      const held = inSlot(view);
      // Two of the group change places; the slot that is left stays empty otherwise.
      arrange({ [view]: assetId, ...(place && place !== view && { [place]: held?.asset_id ?? null }) });
    },
    clear: (view: AssetView) => arrange({ [view]: null }),
    label: (view: AssetView) => {
      const held = inSlot(view);
      return `${VIEW_WORDS[view]}: ${held ? `${held.manifest_tag} ${held.name}` : 'empty'}`;
    },
  };
}

export type ReferenceSlotsState = ReturnType<typeof useReferenceSlots>;
