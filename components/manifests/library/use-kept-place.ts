import { useLayoutEffect, useRef } from 'react';
import { COVERED, type GridLayout } from '#lib/client/grid-layout.ts';

/** When the width changes the columns, the card that was first on the screen stays it. */
export function useKeptPlace(layout: GridLayout | null, top: number, onChange: () => void): void {
  const before = useRef(layout);
  useLayoutEffect(() => {
    const old = before.current;
    if (old === layout) return;
    before.current = layout;
    if (!old || !layout || old.rowStride === layout.rowStride) return;
    onChange();
    const into = window.scrollY + COVERED.top - top;
    if (window.scrollY < top || into < 0) return;
    const first = Math.floor(into / old.rowStride) * old.columns;
    const within = (into % old.rowStride) / old.rowStride;
    const row = Math.floor(first / layout.columns) + within;
    window.scrollTo({ top: row * layout.rowStride + top - COVERED.top });
  });
}
