'use client';
import { useRef, useState } from 'react';
import type { Asset } from '#lib/schemas/asset.ts';

type Modifiers = { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean };

const NONE: ReadonlySet<string> = new Set();

/** One current asset (in the URL) and, with shift or ctrl, several picked ones. */
export function useSelection(
  assets: Asset[],
  currentId: string | null,
  setCurrent: (id: string | null) => void,
) {
  const [extra, setExtra] = useState<ReadonlySet<string>>(NONE);
  const anchor = useRef<string | null>(null);
  const ids = assets.map((asset) => asset.asset_id);
  const current = assets.find((asset) => asset.asset_id === currentId) ?? null;
  const picked = new Set([...extra, ...(current ? [current.asset_id] : [])].filter((id) => ids.includes(id)));

  function select(id: string | null) {
    anchor.current = id;
    setExtra(NONE);
    setCurrent(id);
  }

  function click(id: string, { shiftKey, ctrlKey, metaKey }: Modifiers) {
    if (shiftKey && current) {
      const [from, to] = [ids.indexOf(anchor.current ?? current.asset_id), ids.indexOf(id)].toSorted(
        (a, b) => a - b,
      );
      setExtra(new Set(ids.slice(from, (to ?? 0) + 1)));
      setCurrent(id);
    } else if (ctrlKey || metaKey) {
      toggle(id);
    } else {
      select(id);
    }
  }

  function toggle(id: string) {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    anchor.current = id;
    setExtra(next);
    setCurrent(next.has(id) ? id : ([...next].at(-1) ?? null));
  }

  return {
    current,
    picked,
    select,
    click,
    toggle,
    selectAll: () => {
      setExtra(new Set(ids));
      if (!current) setCurrent(ids[0] ?? null);
    },
    /** Selects the neighbour; at the ends it stays. */
    move: (by: number) => {
      const at = current ? ids.indexOf(current.asset_id) : -1;
      const next = ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
      if (next) select(next);
      return next ?? null;
    },
  };
}
