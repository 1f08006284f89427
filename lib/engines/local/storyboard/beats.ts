import { findMentions, type Mention, sentFirst, subjectOf } from '../../../manifests/mentions.ts';
import { wordsOf } from '../../../manifests/prompt-words.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import { splitClause, splitSentences } from './sentences.ts';
import { genderOf, hasCue, saysAnimal, saysInterior } from './words.ts';

/** One thing that happens, at one place. `shots` says how many shots show it. */
export type Beat = {
  text: string;
  plate: SnapshotAsset | null;
  /** Every place that the text names or plays at. */
  places: SnapshotAsset[];
  subjects: SnapshotAsset[];
  shots: number;
};

const PERSON = /(?<![\p{L}\p{N}])(?:he|she|him|her|his|hers|they|them|their)(?![\p{L}\p{N}])/iu;
/** Merging across a change of place costs as much as this many words. */
const PLACE_CHANGE_COST = 40;
/** Long or peopled beats are the first to get a second shot. */
const WORDS_PER_SHOT = 9;

const describes = (asset: SnapshotAsset) =>
  `${asset.name} ${asset.description} ${asset.user_tags.join(' ')} ${asset.visual_description ?? ''}`;

/** A place is interior when its labels or its name say so; else exterior. */
export const isInterior = (asset: SnapshotAsset) =>
  asset.user_tags.some((t) => /^(interior|indoor|indoors|int)$/i.test(t)) ||
  (!asset.user_tags.some((t) => /^(exterior|outdoor|outdoors|ext)$/i.test(t)) && saysInterior(asset.name));

const unique = <T>(items: T[]) => [...new Set(items)];

/** Each subject once, as the first of its views: two views of a person are not two people. */
const uniqueSubjects = (assets: SnapshotAsset[]) =>
  assets.filter((asset, i) => assets.findIndex((each) => subjectOf(each) === subjectOf(asset)) === i);

/** The place that shares the most words with a text, or null. */
function placeByWords(text: string, places: SnapshotAsset[]): SnapshotAsset | null {
  const words = new Set(wordsOf(text).filter((w) => w.length > 3));
  let best: SnapshotAsset | null = null;
  let most = 0;
  for (const place of places) {
    const shared = unique(wordsOf(describes(place))).filter((w) => words.has(w)).length;
    if (shared > most) {
      most = shared;
      best = place;
    }
  }
  return best;
}

/** Whom a pronoun means: the last one it fits, else the last of whom nothing speaks against, else the last one. */
function personOf(pronoun: string, characters: SnapshotAsset[]): SnapshotAsset | undefined {
  const wanted = genderOf(pronoun);
  const people = characters.filter((c) => !saysAnimal(`${c.name} ${c.user_tags.join(' ')}`));
  return (
    people.find((c) => wanted !== 0 && genderOf(describes(c)) === wanted) ??
    people.find((c) => genderOf(describes(c)) !== -wanted || wanted === 0) ??
    people[0] ??
    characters[0]
  );
}

type Memory = {
  plate: SnapshotAsset | null;
  exterior: SnapshotAsset | null;
  /** Characters so far, the last one named first. */
  characters: SnapshotAsset[];
};

function plateOf(
  text: string,
  mentions: Mention[],
  subjects: SnapshotAsset[],
  places: SnapshotAsset[],
  memory: Memory,
) {
  const named = mentions.filter((m) => m.asset.asset_type === 'ENVIRONMENT');
  const sure = named.find((m) => m.kind !== 'part');
  if (sure) return sure.asset;
  const wanted = hasCue(text, 'inside')
    ? places.filter(isInterior)
    : hasCue(text, 'outside')
      ? places.filter((p) => !isInterior(p))
      : [];
  const part = named[0]?.asset;
  if (part && (wanted.length === 0 || wanted.includes(part))) {
    const isOutdoors = subjects.length > 0 && subjects.every((s) => s.asset_type === 'OBJECT');
    return isOutdoors && isInterior(part) && memory.exterior ? memory.exterior : part;
  }
  if (wanted.length > 0) {
    return memory.plate && wanted.includes(memory.plate)
      ? memory.plate
      : (placeByWords(text, wanted) ?? wanted[0] ?? null);
  }
  if (subjects.length > 0 && subjects.every((s) => s.asset_type === 'OBJECT') && memory.plate) {
    return isInterior(memory.plate) ? (memory.exterior ?? memory.plate) : memory.plate;
  }
  return memory.plate ?? placeByWords(text, places) ?? places[0] ?? null;
}

/** The sentences of a prompt with who and where: people and places carry over until others are named. */
export function readBeats(prompt: string, assets: readonly SnapshotAsset[]): Beat[] {
  const first = new Set(sentFirst(assets).values());
  const places = assets.filter((a) => a.asset_type === 'ENVIRONMENT' && a.image_hash && first.has(a));
  const memory: Memory = { plate: null, exterior: null, characters: [] };
  return splitSentences(prompt).map((text) => {
    const mentions = findMentions(text, assets);
    const subjects = uniqueSubjects(
      mentions.map((m) => m.asset).filter((a) => a.asset_type !== 'ENVIRONMENT' && a.asset_type !== 'STYLE'),
    );
    const pronoun = PERSON.exec(text)?.[0];
    const referred = pronoun ? personOf(pronoun, memory.characters) : undefined;
    if (referred && !subjects.some((s) => s.asset_type === 'CHARACTER')) {
      const isFirst = /^\W*(?:he|she|they|his|her|their)\b/i.test(text);
      if (isFirst) subjects.unshift(referred);
      else subjects.push(referred);
    }
    const plate = plateOf(text, mentions, subjects, places, memory);
    memory.plate = plate;
    if (plate && !isInterior(plate)) memory.exterior = plate;
    const named = subjects.filter((s) => s.asset_type === 'CHARACTER').reverse();
    memory.characters = uniqueSubjects([...named, ...memory.characters]);
    const where = mentions.map((m) => m.asset).filter((a) => a.asset_type === 'ENVIRONMENT');
    return { text, plate, places: unique([...(plate ? [plate] : []), ...where]), subjects, shots: 1 };
  });
}

function merged(a: Beat, b: Beat): Beat {
  return {
    text: `${a.text} ${b.text}`,
    plate: a.plate ?? b.plate,
    places: unique([...a.places, ...b.places]),
    subjects: uniqueSubjects([...a.subjects, ...b.subjects]),
    shots: 1,
  };
}

const isOnePlace = (a: Beat, b: Beat) =>
  a.plate === b.plate || b.places.some((p) => p === a.plate) || a.places.some((p) => p === b.plate);

function mergeCheapest(beats: Beat[]): Beat[] {
  let at = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < beats.length; i += 1) {
    const [a, b] = [beats[i] as Beat, beats[i + 1] as Beat];
    const cost = wordsOf(a.text).length + wordsOf(b.text).length + (isOnePlace(a, b) ? 0 : PLACE_CHANGE_COST);
    if (cost < least) {
      least = cost;
      at = i;
    }
  }
  return beats.toSpliced(at, 2, merged(beats[at] as Beat, beats[at + 1] as Beat));
}

/** A clause that goes straight on with its verb ("leaves the room") has the subject of the one before. */
const saysNoSubject = (clause: string) =>
  /^\p{L}+(?:s|ed)(?![\p{L}\p{N}'’])/u.test(clause) && !PERSON.test(clause);

function splitLongest(beats: Beat[], assets: readonly SnapshotAsset[]): Beat[] {
  const weight = (b: Beat) => (wordsOf(b.text).length / WORDS_PER_SHOT + b.subjects.length) / b.shots;
  let at = 0;
  for (let i = 1; i < beats.length; i += 1) {
    if (weight(beats[i] as Beat) > weight(beats[at] as Beat)) at = i;
  }
  const beat = beats[at] as Beat;
  const clauses = beat.shots === 1 ? splitClause(beat.text) : null;
  if (!clauses) return beats.with(at, { ...beat, shots: beat.shots + 1 });
  const parts = clauses.map((text) => {
    const named = new Set(findMentions(text, assets).map((m) => m.asset));
    return { ...beat, text, subjects: beat.subjects.filter((s) => named.has(s)) };
  });
  // Who nobody names stays in the first part, and goes on in a part that begins with what is done.
  const placed = new Set(parts.flatMap((p) => p.subjects));
  const [first, ...rest] = parts as [Beat, ...Beat[]];
  const unplaced = beat.subjects.filter((s) => !placed.has(s));
  const opening = { ...first, subjects: [...unplaced, ...first.subjects] };
  const people = opening.subjects.filter((s) => s.asset_type === 'CHARACTER');
  const others = rest.map((part) => ({
    ...part,
    subjects: saysNoSubject(part.text) ? unique([...people, ...part.subjects]) : part.subjects,
  }));
  return beats.toSpliced(at, 1, opening, ...others);
}

/** Merges the shortest neighbours of one place, or gives the longest beats more shots, until `count` shots remain. */
export function fitBeats(beats: Beat[], count: number, assets: readonly SnapshotAsset[]): Beat[] {
  let fitted = beats;
  while (fitted.length > count) fitted = mergeCheapest(fitted);
  while (fitted.reduce((sum, b) => sum + b.shots, 0) < count) fitted = splitLongest(fitted, assets);
  return fitted;
}
