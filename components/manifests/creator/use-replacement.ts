'use client';
import { useCreator } from './creator-context.tsx';

/** The upload that is about to replace this asset's image, or failed to; null: none. */
export function useReplacement(assetId: string) {
  return useCreator().uploads.items.findLast((item) => item.replaces === assetId) ?? null;
}
