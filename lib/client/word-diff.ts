/** A run of words that both texts have, or only one of them. */
export type DiffPart = { kind: 'same' | 'gone' | 'new'; text: string };

const wordsOf = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);

/** Beyond so many pairs of words the middle is told as replaced: nobody reads a finer difference of it. */
const MAX_PAIRS = 4_000_000;

/**
 * What one text has that the other has not, word by word, in reading order. The longest common subsequence by dynamic
 * programming, as texts here are at most 4,000 code points and the kept libraries for it are not among the
 * dependencies; equal ends, the common case, are cut off first.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return joined([
    ...a.slice(0, start).map((text): DiffPart => ({ kind: 'same', text })),
    ...middle(middleA, middleB),
    ...a.slice(a.length - end).map((text): DiffPart => ({ kind: 'same', text })),
  ]);
}

function middle(a: string[], b: string[]): DiffPart[] {
  if (a.length * b.length > MAX_PAIRS)
    return [
      { kind: 'gone', text: a.join('') },
      { kind: 'new', text: b.join('') },
    ];
  const common = commonLengths(a, b);
  const parts: DiffPart[] = [];
  const width = b.length + 1;
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left });
      i++;
      j++;
    } else if (
      left !== undefined &&
      (right === undefined || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      parts.push({ kind: 'gone', text: left });
      i++;
    } else if (right !== undefined) {
      parts.push({ kind: 'new', text: right });
      j++;
    }
  }
  return parts;
}

/** At `i * (b.length + 1) + j`: how long the longest common subsequence of the tails from i and j is. */
function commonLengths(a: string[], b: string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}

/** Runs of words; a lone space between two changed words is changed with them, or the eye finds no phrase. */
function joined(parts: DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  const change = { gone: '', new: '' };
  const flush = () => {
    if (change.gone) runs.push({ kind: 'gone', text: change.gone });
    if (change.new) runs.push({ kind: 'new', text: change.new });
    change.gone = change.new = '';
  };
  for (const [at, { kind, text }] of parts.entries()) {
    const isBridge =
      kind === 'same' && text.trim() === '' && isChange(parts[at - 1]) && isChange(parts[at + 1]);
    if (isBridge && change.gone && change.new) {
      change.gone += text;
      change.new += text;
    } else if (kind !== 'same') change[kind] += text;
    else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') last.text += text;
      else runs.push({ kind, text });
    }
  }
  flush();
  return runs;
}

const isChange = (part: DiffPart | undefined) => part !== undefined && part.kind !== 'same';
