import { useCallback, useMemo, useRef, useState } from 'react';
import {
  allOf,
  edited,
  extendedTo,
  NOTHING_SELECTED,
  refreshed,
  type Selection,
  toggled,
  withoutIds,
} from '#lib/client/selection.ts';
import type { ManifestBrief } from '#lib/schemas/bulk.ts';
import type { ManifestListItem } from '#lib/schemas/manifest.ts';

/** What is selected among `items` and beyond them: filters and sorting leave it as it is. */
export function useSelection(items: readonly ManifestListItem[]) {
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const newest = useRef(items);
  newest.current = items;

  const acts = useMemo(
    () => ({
      toggle: (item: ManifestBrief) => setSelection((now) => toggled(now, item)),
      extendTo: (item: ManifestBrief) => setSelection((now) => extendedTo(now, newest.current, item)),
      /** A range from `from` when there is none yet. */
      extendFrom: (from: ManifestBrief, to: ManifestBrief) =>
        setSelection((now) => extendedTo(now.picked.size ? now : toggled(now, from), newest.current, to)),
      selectAll: (all: readonly ManifestBrief[]) => setSelection(allOf(all)),
      drop: (ids: Iterable<string>) => setSelection((now) => withoutIds(now, ids)),
      edit: (ids: readonly string[], change: (item: ManifestBrief) => ManifestBrief) =>
        setSelection((now) => edited(now, ids, change)),
      clear: () => setSelection(NOTHING_SELECTED),
    }),
    [],
  );
  const has = useCallback((id: string) => selection.picked.has(id), [selection]);
  const picked = useMemo(() => refreshed(selection, items), [selection, items]);
  return { ...acts, acts, has, picked, size: selection.picked.size };
}

export type LibrarySelection = ReturnType<typeof useSelection>;
