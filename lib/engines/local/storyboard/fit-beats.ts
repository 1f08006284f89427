import { findMentions } from '../../../manifests/mentions.ts';
import { wordsOf } from '../../../manifests/prompt-words.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import { type Beat, merged, type Part } from './beats.ts';
import { splitClause } from './sentences.ts';
import type { Span } from './who.ts';

/** Merging across a change of place costs as much as this many words, across paragraphs and list items less. */
const PLACE_CHANGE_COST = 40;
const ITEM_CHANGE_COST = 12;
/** Long or peopled beats are the first to get a second shot. */
const WORDS_PER_SHOT = 9;
const PERSON = /(?<![\p{L}\p{N}])(?:he|she|him|her|his|hers|they|them|their)(?![\p{L}\p{N}])/iu;

const isOnePlace = (a: Beat, b: Beat) =>
  (a.plate === b.plate && a.setting?.place === b.setting?.place) ||
  b.places.some((p) => p === a.plate) ||
  a.places.some((p) => p === b.plate);

const wordCounts = new WeakMap<Beat, number>();
function countWordsOf(beat: Beat): number {
  const known = wordCounts.get(beat) ?? wordsOf(beat.text).length;
  wordCounts.set(beat, known);
  return known;
}

function mergeCheapest(beats: Beat[]): Beat[] {
  let at = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < beats.length; i += 1) {
    const [a, b] = [beats[i] as Beat, beats[i + 1] as Beat];
    const cost =
      countWordsOf(a) +
      countWordsOf(b) +
      (isOnePlace(a, b) ? 0 : PLACE_CHANGE_COST) +
      (a.item === b.item ? 0 : ITEM_CHANGE_COST);
    if (cost < least) [at, least] = [i, cost];
  }
  return beats.toSpliced(at, 2, merged(beats[at] as Beat, beats[at + 1] as Beat));
}

/** A clause that goes straight on with its verb ("leaves the room") has the subject of the one before. */
const saysNoSubject = (clause: string) =>
  /^\p{L}+(?:s|ed)(?![\p{L}\p{N}'’])/u.test(clause) && !PERSON.test(clause);

/** A clause as a part of its own: what its sentence means by each word, it means, too. */
function partOf(text: string, whole: Part, assets: readonly SnapshotAsset[]): Part {
  const spans: Span[] = findMentions(text, assets).map(({ start, end, asset }) => ({
    start,
    end,
    asset,
    isPronoun: false,
  }));
  for (const span of whole.spans.filter((s) => s.isPronoun)) {
    const word = whole.text.slice(span.start, span.end);
    const found = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu').exec(text);
    if (found) spans.push({ ...span, start: found.index, end: found.index + word.length });
  }
  const lines = whole.lines.filter((line) => text.includes(line.text.slice(0, -1)));
  return { text, spans: spans.sort((a, b) => a.start - b.start), lines };
}

function split(beat: Beat, assets: readonly SnapshotAsset[]): Beat[] | null {
  const [whole, ...more] = beat.parts;
  const clauses = beat.shots === 1 && whole && more.length === 0 ? splitClause(beat.text) : null;
  if (!clauses || !whole) return null;
  const beats = clauses.map((text) => {
    const part = partOf(text, whole, assets);
    const meant = new Set(part.spans.map((s) => s.asset));
    return { ...beat, text, parts: [part], subjects: beat.subjects.filter((s) => meant.has(s)) };
  });
  // Who nobody names stays in the first part, and goes on in a part that begins with what is done.
  const placed = new Set(beats.flatMap((b) => b.subjects));
  const [first, ...rest] = beats as [Beat, ...Beat[]];
  const unplaced = beat.subjects.filter((s) => !placed.has(s));
  const opening = { ...first, subjects: [...unplaced, ...first.subjects] };
  const people = opening.subjects.filter((s) => s.asset_type === 'CHARACTER');
  const others = rest.map((part) => ({
    ...part,
    transition: null,
    effects: [],
    subjects: saysNoSubject(part.text) ? [...new Set([...people, ...part.subjects])] : part.subjects,
  }));
  const lost = whole.lines.filter((line) => !beats.some((b) => b.parts[0]?.lines.includes(line)));
  opening.parts[0]?.lines.push(...lost);
  return [opening, ...others];
}

function splitLongest(beats: Beat[], assets: readonly SnapshotAsset[]): Beat[] {
  const weight = (b: Beat) => (countWordsOf(b) / WORDS_PER_SHOT + b.subjects.length) / b.shots;
  let at = 0;
  for (let i = 1; i < beats.length; i += 1) {
    if (weight(beats[i] as Beat) > weight(beats[at] as Beat)) at = i;
  }
  const beat = beats[at] as Beat;
  const parts = split(beat, assets);
  return parts ? beats.toSpliced(at, 1, ...parts) : beats.with(at, { ...beat, shots: beat.shots + 1 });
}

/** Merges the shortest neighbours of one place, or gives the longest beats more shots, until `count` shots remain. */
export function fitBeats(beats: Beat[], count: number, assets: readonly SnapshotAsset[]): Beat[] {
  let fitted = beats;
  while (fitted.length > count) fitted = mergeCheapest(fitted);
  while (fitted.reduce((sum, b) => sum + b.shots, 0) < count) fitted = splitLongest(fitted, assets);
  return fitted;
}
