'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { orderAssetsAction } from '#lib/actions/asset-actions.ts';
import { movedBy, withOrder } from '#lib/client/asset-queries.ts';
import { changeCachedManifest, refreshManifest } from '#lib/client/manifest-cache.ts';
import { manifestKeys } from '#lib/client/manifest-queries.ts';
import { unwrap } from '#lib/client/use-action.ts';
import { AppError } from '#lib/errors.ts';
import type { Asset } from '#lib/schemas/asset.ts';
import type { ManifestDetail } from '#lib/schemas/manifest.ts';
import type { useUndo } from './use-undo.ts';

type Reordering = {
  manifestId: string | null;
  assets: Asset[];
  undo: ReturnType<typeof useUndo>;
  announce: (text: string) => void;
};

/** Changes the order of the images: shown at once, saved behind it, taken back when the server refuses. */
export function useReorder({ manifestId, assets, undo, announce }: Reordering) {
  const queryClient = useQueryClient();
  const ids = assets.map((asset) => asset.asset_id);

  async function setOrder(order: string[]) {
    if (!manifestId) return;
    const key = manifestKeys.detail(manifestId);
    await changeCachedManifest(queryClient, manifestId, (detail) => withOrder(detail, order));
    try {
      // Images that wait for their deletion are still part of the server's list.
      const whole =
        queryClient.getQueryData<ManifestDetail>(key)?.assets.map((asset) => asset.asset_id) ?? order;
      unwrap(await orderAssetsAction(manifestId, whole));
    } catch (error) {
      const detail = error instanceof AppError ? error.detail : null;
      notifications.show({ color: 'red', message: detail ?? 'The order could not be saved.' });
    }
    void refreshManifest(queryClient, manifestId);
  }

  function apply(order: string[]) {
    if (order.join() === ids.join()) return;
    undo.remember('order', () => void setOrder(ids));
    void setOrder(order);
  }

  function say(order: string[], id: string) {
    const name = assets.find((asset) => asset.asset_id === id)?.name ?? 'Image';
    announce(`${name}, position ${order.indexOf(id) + 1} of ${order.length}`);
  }

  return {
    moveBy: (id: string, by: number) => {
      const order = movedBy(ids, id, by);
      apply(order);
      say(order, id);
    },
    /** Puts `id` where `overId` is. */
    moveOver: (id: string, overId: string) => {
      const order = movedBy(ids, id, ids.indexOf(overId) - ids.indexOf(id));
      apply(order);
      say(order, id);
    },
    sortBy: (compare: (a: Asset, b: Asset) => number) => {
      apply(assets.toSorted(compare).map((asset) => asset.asset_id));
      announce('Sorted');
    },
  };
}
