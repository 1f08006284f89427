'use client';
import type { UploadItem } from '#lib/client/upload-queue.ts';
import { useCreator } from './creator-context.tsx';

/** What a list knows of one image beside the image itself. */
export type AssetRowState = {
  isPicked: boolean;
  /** One image of a list takes the focus; the arrows lead to the others. */
  tabIndex: 0 | -1;
  /** The upload that is about to replace its image, or failed to. */
  replacement: UploadItem | null;
};

/** Tells the state of any image, so that a list reads it once and its rows need not. */
export function useAssetRowState(): (assetId: string) => AssetRowState {
  const { selection, shown: assets, uploads } = useCreator();
  const entry = selection.current?.asset_id ?? assets[0]?.asset_id;
  return (assetId) => ({
    isPicked: selection.picked.has(assetId),
    tabIndex: entry === assetId ? 0 : -1,
    replacement: uploads.items.findLast((item) => item.replaces === assetId) ?? null,
  });
}
