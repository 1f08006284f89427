'use client';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { orderAssetsAction } from '#lib/actions/asset-actions.ts';
import { movedBy, movedOver, movedToEnd, withOrder } from '#lib/client/asset-queries.ts';
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
  picked: ReadonlySet<string>;
  undo: ReturnType<typeof useUndo>;
  announce: (text: string) => void;
};

/** Changes the order of the images: shown at once, saved behind it, taken back when the server refuses. */
export function useReorder({ manifestId, assets, picked, undo, announce }: Reordering) {
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
    undo.remember(
      'order',
      () => setOrder(ids),
      () => setOrder(order),
    );
    void setOrder(order);
  }

  function say(order: string[], id: string) {
    const name = assets.find((asset) => asset.asset_id === id)?.name ?? 'Image';
    announce(`${name}, position ${order.indexOf(id) + 1} of ${order.length}`);
  }

  /** The picked images move together when one of them is moved. */
  const groupOf = (id: string): ReadonlySet<string> => (picked.has(id) ? picked : new Set([id]));

  function applyGroup(order: string[], moving: ReadonlySet<string>, id: string) {
    apply(order);
    const first = order.findIndex((each) => moving.has(each)) + 1;
    if (moving.size === 1) say(order, id);
    else announce(`${moving.size} images, from position ${first} of ${order.length}`);
  }

  return {
    /** Moves an image, or the picked ones it is part of, past its neighbour; far: to the end. */
    moveBy: (id: string, by: number) => {
      const moving = groupOf(id);
      if (moving.size === 1) return applyGroup(movedBy(ids, id, by), moving, id);
      const at =
        by < 0 ? ids.findIndex((each) => moving.has(each)) : ids.findLastIndex((each) => moving.has(each));
      const over = ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
      if (over) applyGroup(movedOver(ids, moving, over), moving, id);
    },
    /** Puts an image, or the picked ones it is part of, where `overId` is. */
    moveOver: (id: string, overId: string) => {
      const moving = groupOf(id);
      applyGroup(movedOver(ids, moving, overId), moving, id);
    },
    moveToEnd: (moving: readonly string[], end: 'first' | 'last') => {
      const group = new Set(moving);
      applyGroup(movedToEnd(ids, group, end), group, moving[0] ?? '');
    },
    sortBy: (compare: (a: Asset, b: Asset) => number) => {
      apply(assets.toSorted(compare).map((asset) => asset.asset_id));
      announce('Sorted');
    },
  };
}
