/** The items in their order, but for views of a subject: they stand behind the one that leads them. */
export function besideLeaders<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  leaderIdOf: (item: T) => string | null,
): T[] {
  const ids = new Set(items.map(idOf));
  const views = Map.groupBy(items, (item) => {
    const leader = leaderIdOf(item);
    return leader !== null && ids.has(leader) ? leader : null;
  });
  return (views.get(null) ?? []).flatMap((item) => [item, ...(views.get(idOf(item)) ?? [])]);
}
