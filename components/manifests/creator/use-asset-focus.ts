'use client';
import { useCreator } from './creator-context.tsx';

/** One image of a list takes the focus; the arrows lead to the others. */
export function useAssetFocus(assetId: string): { isPicked: boolean; tabIndex: 0 | -1 } {
  const { selection, shown: assets } = useCreator();
  const entry = selection.current?.asset_id ?? assets[0]?.asset_id;
  return { isPicked: selection.picked.has(assetId), tabIndex: entry === assetId ? 0 : -1 };
}
