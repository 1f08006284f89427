/** Tags with some added at the end and some removed; labels are the same when they differ in case only. */
export function retag(
  tags: string[],
  { add = [], remove = [] }: { add?: string[]; remove?: string[] },
): string[] {
  const gone = new Set(remove.map((tag) => tag.toLowerCase()));
  const kept = tags.filter((tag) => !gone.has(tag.toLowerCase()));
  const held = new Set(kept.map((tag) => tag.toLowerCase()));
  return [...kept, ...add.filter((tag) => !held.has(tag.toLowerCase()))];
}
