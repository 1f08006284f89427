import { useSyncExternalStore } from 'react';

/** What may lie over every page, one at a time. */
export type Overlay = 'palette' | 'shortcuts';

/*
 * Opened from buttons far apart and from keys, and outside of every page: a value of the module is all it takes.
 */
let opened: Overlay | null = null;
const listeners = new Set<() => void>();

export function showOverlay(overlay: Overlay | null): void {
  opened = overlay;
  for (const listener of listeners) listener();
}

export const isOverlayOpen = () => opened !== null;

export const toggleOverlay = (overlay: Overlay) => showOverlay(opened === overlay ? null : overlay);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useOverlay = (): Overlay | null =>
  useSyncExternalStore(
    subscribe,
    () => opened,
    () => null,
  );
