import type { SnapshotAnswer } from '#lib/schemas/project.ts';

type Diff = SnapshotAnswer['diff'];

/** Whether the library holds something else by now; a deleted manifest does not count. */
export const hasMovedOn = (diff: Diff): diff is NonNullable<Diff> =>
  diff !== null && diff.added.length + diff.removed.length + diff.changed.length > 0;

/** "2 of 12 assets changed, 1 added." */
export function changeWords({ added, removed, changed }: NonNullable<Diff>, total: number): string {
  const parts = [
    changed.length > 0 && `${changed.length} of ${total} assets changed`,
    removed.length > 0 && `${removed.length} removed`,
    added.length > 0 && `${added.length} added`,
  ].filter(Boolean);
  return `${parts.join(', ')}.`;
}
