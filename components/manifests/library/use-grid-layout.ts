import { useMemo, useSyncExternalStore } from 'react';
import { type GridLayout, gridLayout } from '#lib/client/grid-layout.ts';

const UNKNOWN = '';

function subscribe(onChange: () => void): () => void {
  // The page's width changes without the window's when its scroll bar comes or goes.
  const observer = new ResizeObserver(onChange);
  observer.observe(document.documentElement);
  window.addEventListener('resize', onChange);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', onChange);
  };
}

const widths = () => `${window.innerWidth} ${document.documentElement.clientWidth}`;

/** The library's columns at the present width; null on the server, which does not know it. */
export function useGridLayout(): GridLayout | null {
  const now = useSyncExternalStore(subscribe, widths, () => UNKNOWN);
  return useMemo(() => {
    if (now === UNKNOWN) return null;
    const [viewport = 0, page = 0] = now.split(' ').map(Number);
    return gridLayout({ viewport, page });
  }, [now]);
}
