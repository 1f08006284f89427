export type Piece = { text: string; differs: boolean };

/** Beyond this many pairs of words the middle counts as different as a whole: the table would take too long. */
const MOST_PAIRS = 1_000_000;

/**
 * Two texts as pieces, with the words marked that are only in one of them. Written here because nothing that is
 * installed compares texts: the longest common subsequence of words, after equal words at both ends.
 */
export function wordDifferences(a: string, b: string): [Piece[], Piece[]] {
  const [left, right] = [words(a), words(b)];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end++;
  const middle = (all: string[]) => all.slice(start, all.length - end);
  const [keptLeft, keptRight] = common(middle(left), middle(right));
  const marked = (all: string[], kept: ReadonlySet<number>) => {
    const isNew = (i: number) => i >= start && i < all.length - end && !kept.has(i - start);
    // A space between two marked words is marked with them.
    return pieces(all, (i) => isNew(i) || (isNew(i - 1) && isNew(i + 1) && !all[i]?.trim()));
  };
  return [marked(left, keptLeft), marked(right, keptRight)];
}

const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/** Places of the words of a longest common subsequence, in either list. */
function common(a: string[], b: string[]): [Set<number>, Set<number>] {
  const kept: [Set<number>, Set<number>] = [new Set(), new Set()];
  if (a.length * b.length > MOST_PAIRS) return kept;
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => length[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept[0].add(i++);
      kept[1].add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}

function pieces(all: string[], differs: (index: number) => boolean): Piece[] {
  const result: Piece[] = [];
  for (const [index, text] of all.entries()) {
    const last = result.at(-1);
    if (last && last.differs === differs(index)) last.text += text;
    else result.push({ text, differs: differs(index) });
  }
  return result;
}
