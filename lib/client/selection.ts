import type { ManifestBrief } from '#lib/schemas/bulk.ts';

/** What is selected, in the order it was, and where a range goes on from. */
export type Selection = {
  picked: ReadonlyMap<string, ManifestBrief>;
  /** Where the last single pick was; a range begins here. */
  anchor: string | null;
  /** What was selected before the present range: the range grows and shrinks beside it. */
  base: ReadonlyMap<string, ManifestBrief>;
};

export const NOTHING_SELECTED: Selection = { picked: new Map(), anchor: null, base: new Map() };

/** Selects one more, or one less. */
export function toggled({ picked }: Selection, item: ManifestBrief): Selection {
  const next = new Map(picked);
  if (!next.delete(item.manifest_id)) next.set(item.manifest_id, item);
  return { picked: next, base: next, anchor: item.manifest_id };
}

/** Everything from the anchor to `item` in list order; without an anchor in the list only `item`. */
export function extendedTo(
  selection: Selection,
  items: readonly ManifestBrief[],
  item: ManifestBrief,
): Selection {
  const from = items.findIndex(({ manifest_id }) => manifest_id === selection.anchor);
  const to = items.findIndex(({ manifest_id }) => manifest_id === item.manifest_id);
  if (from === -1 || to === -1) {
    const next = new Map(selection.picked).set(item.manifest_id, item);
    return { picked: next, base: next, anchor: item.manifest_id };
  }
  const range = items.slice(Math.min(from, to), Math.max(from, to) + 1);
  const picked = new Map(selection.base);
  for (const each of range) picked.set(each.manifest_id, each);
  return { ...selection, picked };
}

export function allOf(items: readonly ManifestBrief[]): Selection {
  const picked = new Map(items.map((item) => [item.manifest_id, item]));
  return { picked, base: picked, anchor: null };
}

/** The selection without what is gone. */
export function withoutIds(selection: Selection, ids: Iterable<string>): Selection {
  const picked = new Map(selection.picked);
  for (const id of ids) picked.delete(id);
  return { ...selection, picked, base: picked };
}

/** The selection as the newest reads of these manifests say; what was not read again stays as it was. */
export function refreshed(selection: Selection, items: readonly ManifestBrief[]): ManifestBrief[] {
  const fresh = new Map(items.map((item) => [item.manifest_id, item]));
  return [...selection.picked.values()].map((item) => fresh.get(item.manifest_id) ?? item);
}

/** The selection after an edit of tags or category went through for these. */
export function edited(
  selection: Selection,
  ids: readonly string[],
  change: (item: ManifestBrief) => ManifestBrief,
): Selection {
  const changed = new Set(ids);
  const picked = new Map(
    [...selection.picked].map(([id, item]) => [id, changed.has(id) ? change(item) : item]),
  );
  return { ...selection, picked, base: picked };
}

/** How many of these have each tag. */
export function tagCounts(items: readonly ManifestBrief[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of items.flatMap((item) => item.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}
