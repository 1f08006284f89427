/** Typing errors that a word of this length is forgiven. Short words resemble too many others. */
export const forgivenErrors = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * Whether `typed` could be a slip of the pen for `word`, or for its beginning: one letter too many, too few, another,
 * or two changed places (optimal string alignment distance; Damerau 1964), as often as `forgivenErrors` says.
 */
export function resembles(typed: string, word: string): boolean {
  const a = [...typed];
  const allowed = forgivenErrors(a.length);
  // What comes after cannot make it any more alike.
  const b = [...word].slice(0, a.length + allowed);
  if (allowed === 0 || a.length - b.length > allowed) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return Math.min(...row) <= allowed;
}
