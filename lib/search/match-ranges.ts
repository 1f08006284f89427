import { type FoldedText, fold, foldWithOrigin } from './fold.ts';
import { resembles } from './resembles.ts';
import { isBeginning, queryWords, tokensOf } from './words.ts';

/** From, to (exclusive), in code units of the original text. */
export type Range = [number, number];

/** Where one looked-for word stands in a text as it was typed; empty when it does not. */
function written(text: FoldedText, word: string): Range[] {
  const { folded, from, to } = text;
  const ranges: Range[] = [];
  const beginnings = isBeginning(word) ? new Set(wordStarts(folded)) : null;
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
    if (beginnings && !beginnings.has(at)) continue;
    ranges.push([from[at] ?? 0, to[at + word.length - 1] ?? 0]);
  }
  return ranges;
}

const wordStarts = (folded: string) => tokensOf(folded).map((token) => token.start);

/** The words of a text that resemble a mistyped one. */
function similar(text: FoldedText, word: string): Range[] {
  const { folded, from, to } = text;
  return tokensOf(folded)
    .filter(({ start, end }) => resembles(word, folded.slice(start, end)))
    .map(({ start, end }) => [from[start] ?? 0, to[end - 1] ?? 0]);
}

/** Ranges in order, those that meet made one. */
export function joinRanges(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

export type WordMatch = { word: string; ranges: Range[]; isWritten: boolean };

/** Of these words, those that a text holds, with where: as written, and only when it is not, what resembles it. */
export function matchWords(text: string, words: string[]): WordMatch[] {
  const origin = foldWithOrigin(text);
  return words.flatMap((word) => {
    const exact = written(origin, word);
    if (exact.length > 0) return { word, ranges: exact, isWritten: true };
    const near = similar(origin, word);
    return near.length > 0 ? { word, ranges: near, isWritten: false } : [];
  });
}

/** What to mark in a text for a search of several words. */
export const matchRanges = (text: string, q: string): Range[] =>
  joinRanges(matchWords(text, queryWords(fold(q))).flatMap(({ ranges }) => ranges));
