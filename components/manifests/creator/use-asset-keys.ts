'use client';
import type { KeyboardEvent } from 'react';
import { useCreator } from './creator-context.tsx';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
const FAR = 100_000;

/** Keys of a list of assets, whose elements have the ids `<prefix>-<asset id>`. */
export function useAssetKeys(prefix: string, onOpen: () => void) {
  const { selection, reorder, deleteAssets, shown: assets } = useCreator();

  // After the next render: a moved tile is another element than before.
  const focusLater = (id: string | null) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => document.getElementById(`${prefix}-${id}`)?.focus()),
    );

  function onKeyDown(event: KeyboardEvent) {
    const current = selection.current?.asset_id ?? null;
    const by = STEPS[event.key] ?? { Home: -FAR, End: FAR }[event.key];
    if (by !== undefined) {
      if (event.altKey && current) {
        reorder.moveBy(current, by);
        focusLater(current);
      } else if (event.shiftKey && current) {
        const at = assets.findIndex((asset) => asset.asset_id === current);
        const next = assets[Math.min(Math.max(at + by, 0), assets.length - 1)];
        if (next) selection.click(next.asset_id, event);
        focusLater(next?.asset_id ?? null);
      } else focusLater(selection.move(by));
    } else if (event.key === 'Enter' && current) onOpen();
    else if ((event.key === ' ' || event.key === 'x') && current && !event.ctrlKey && !event.metaKey)
      selection.mark();
    else if (event.key === 'Delete' && selection.picked.size > 0)
      focusLater(deleteAssets([...selection.picked]));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return { onKeyDown };
}
