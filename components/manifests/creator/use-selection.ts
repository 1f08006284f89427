'use client';
import { useMemo, useRef, useState } from 'react';
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
  /** Every click picks one more: how several are picked without a keyboard. */
  const [isSeveral, setIsSeveral] = useState(false);
  const anchor = useRef<string | null>(null);
  /** Place of each asset, by id. */
  const places = useMemo(() => new Map(assets.map((asset, index) => [asset.asset_id, index])), [assets]);
  const currentAt = currentId === null ? undefined : places.get(currentId);
  const current = currentAt === undefined ? null : (assets[currentAt] ?? null);
  const picked = useMemo(() => {
    const all = new Set([...extra].filter((id) => places.has(id)));
    return all.size > 0 || !current ? all : new Set([current.asset_id]);
  }, [extra, current, places]);
  /** Picked one by one: the arrows walk on and leave them picked. */
  const isMarking = useRef(false);

  function select(id: string | null) {
    anchor.current = id;
    isMarking.current = false;
    setExtra(NONE);
    setCurrent(id);
  }

  function click(id: string, { shiftKey, ctrlKey, metaKey }: Modifiers) {
    if (shiftKey && current) {
      const from = places.get(anchor.current ?? current.asset_id) ?? currentAt ?? 0;
      const to = places.get(id) ?? from;
      const range = assets.slice(Math.min(from, to), Math.max(from, to) + 1);
      isMarking.current = false;
      setExtra(new Set(range.map((asset) => asset.asset_id)));
      anchor.current ??= current.asset_id;
      setCurrent(id);
    } else if (ctrlKey || metaKey || isSeveral) {
      toggle(id);
    } else {
      select(id);
    }
  }

  function toggle(id: string) {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    anchor.current = id;
    isMarking.current = true;
    setExtra(next);
    setCurrent(next.has(id) ? id : ([...next].at(-1) ?? null));
  }

  /** Marks the current image, or takes its mark away; the first mark is the start of a selection. */
  function mark() {
    if (!current) return;
    const next = new Set([...extra].filter((id) => places.has(id)));
    if (!next.delete(current.asset_id)) next.add(current.asset_id);
    anchor.current = current.asset_id;
    isMarking.current = true;
    setExtra(next);
  }

  return {
    current,
    /** Place of the current asset; -1: none. */
    currentAt: currentAt ?? -1,
    picked,
    select,
    click,
    mark,
    /** Back to the current one alone. */
    selectOne: () => select(current?.asset_id ?? null),
    isSeveral,
    setIsSeveral,
    selectAll: () => {
      isMarking.current = false;
      setExtra(new Set(places.keys()));
      if (!current) setCurrent(assets[0]?.asset_id ?? null);
    },
    /** Selects the neighbour; at the ends it stays. */
    move: (by: number) => {
      const next = assets[Math.min(Math.max((currentAt ?? -1) + by, 0), assets.length - 1)]?.asset_id;
      if (next && isMarking.current && extra.size > 0) setCurrent(next);
      else if (next) select(next);
      return next ?? null;
    },
  };
}
