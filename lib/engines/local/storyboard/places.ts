import { findMentions, type Mention } from '../../../manifests/mentions.ts';
import { isCommonWord } from '../../../manifests/natural-names.ts';
import { wordsOf } from '../../../manifests/prompt-words.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import { describedWords } from './asset-words.ts';
import type { Heading } from './headings.ts';
import { withoutQuotes } from './quotes.ts';
import { hasCue, saysInterior } from './words.ts';

export type PlaceMemory = {
  plate: SnapshotAsset | null;
  exterior: SnapshotAsset | null;
  setting: Heading | null;
  /** The place that the next sentence names: where a film begins that first says something else. */
  next: SnapshotAsset | null;
};

const INTERIORS =
  'kitchen|bedroom|bathroom|living room|room|office|bar|café|cafe|pub|hall|corridor|studio|shop|store|school|classroom|church|library|hospital|restaurant|bakery|hotel|lobby|diner|laboratory|lab|workshop|garage|cellar|basement|attic|prison|cell|theatre|theater|cinema|museum|gym|elevator|lift|cockpit|cabin|spaceship|train|bus|car|subway|tunnel|cave|küche|zimmer|cuisine|chambre|cocina';
const EXTERIORS =
  'harbour|harbor|street|road|alley|square|park|garden|forest|woods|jungle|field|meadow|valley|mountain|mountains|hill|hills|beach|coast|shore|sea|ocean|river|lake|desert|island|city|town|village|rooftop|bridge|pier|port|market|cliff|snowfield|glacier|moon|space|highway|farm|courtyard|cemetery|playground|airport|station|platform|wald|straße|strasse|hafen|strand|stadt|garten|forêt|rue|plage|bosque|calle|playa';
const INTERIOR_WORD = new RegExp(`\\b(${INTERIORS})\\b`, 'i');
const EXTERIOR_WORD = new RegExp(`\\b(${EXTERIORS})\\b`, 'i');
/** A text that plays at a place, not one that only names it. */
const PLAYS_AT = (nouns: string) =>
  new RegExp(
    `\\b(?:in|into|inside|at|through|across|on|enters?|im|in der|dans|en)\\s+(?:the|a|an|his|her|their|its|my|der|dem|die|den|la|le|el|une?)?\\s*(?:\\p{L}+\\s+)?(${nouns})\\b`,
    'iu',
  );
const AT_INTERIOR = PLAYS_AT(INTERIORS);
const AT_EXTERIOR = PLAYS_AT(EXTERIORS);

/** "The lamp" is not the lamp room: an everyday word that only qualifies a place's name does not mean the place. */
export function meansPlace({ kind, asset, start, end }: Mention, text: string): boolean {
  if (kind !== 'part' || asset.asset_type !== 'ENVIRONMENT') return true;
  const word = wordsOf(text.slice(start, end))[0] ?? '';
  const head = wordsOf(asset.name.split(/,|\s(?:at|in|of|on|with|from)\s/i)[0] ?? '').at(-1);
  return word === head || !isCommonWord(word) || INTERIOR_WORD.test(word) || EXTERIOR_WORD.test(word);
}

const REACHES =
  /\b(?:in|at|on|inside|to|into|reaches|enters)\s+(?:the|a|an|her|his|their)\s+(?:\p{L}+\s+)??(\p{L}+)/giu;

/** A place is interior when its labels or its name say so; else exterior. */
export function isInterior(asset: SnapshotAsset): boolean {
  const known = interiors.get(asset) ?? saysIndoors(asset);
  interiors.set(asset, known);
  return known;
}

const interiors = new WeakMap<SnapshotAsset, boolean>();
const saysIndoors = (asset: SnapshotAsset) =>
  asset.user_tags.some((t) => /^(interior|indoor|indoors|int)$/i.test(t)) ||
  (!asset.user_tags.some((t) => /^(exterior|outdoor|outdoors|ext)$/i.test(t)) && saysInterior(asset.name));

/** The place that shares the most words with a text, or null. */
function placeByWords(text: string, places: SnapshotAsset[]): SnapshotAsset | null {
  const words = new Set(wordsOf(text).filter((w) => w.length > 3));
  let best: SnapshotAsset | null = null;
  let most = 0;
  for (const place of places) {
    const shared = [...describedWords(place)].filter((w) => words.has(w)).length;
    if (shared > most) [best, most] = [place, shared];
  }
  return best;
}

/** The place that a text goes to by a word that only its description has: "to the lighthouse". */
function placeReached(
  text: string,
  places: SnapshotAsset[],
  now: SnapshotAsset | null,
): SnapshotAsset | null {
  const said = withoutQuotes(text);
  for (const [, noun = ''] of said.matchAll(REACHES)) {
    const word = wordsOf(noun)[0] ?? '';
    if (word.length < 4 || (now && describedWords(now).has(word))) continue;
    const [only, ...more] = places.filter((p) => describedWords(p).has(word));
    if (only && more.length === 0) return only;
  }
  return null;
}

/** The reference of a heading's place, or null: no other place may stand for it. */
function placeOfHeading(
  { place, isInterior: inside }: Heading,
  places: SnapshotAsset[],
): SnapshotAsset | null {
  const named = findMentions(place, places)[0]?.asset;
  if (named) return named;
  const fits = inside === null ? places : places.filter((p) => isInterior(p) === inside);
  const words = new Set(wordsOf(place).filter((w) => w.length > 3));
  return fits.find((p) => wordsOf(p.name).some((w) => words.has(w))) ?? null;
}

/** These are places only after "in" or "on". */
const OFTEN_NO_PLACE = /\b(?:moon|space|car|bus|train|lift|cell|bridge|spaceship)\b/gi;

/** Where a text plays by its words alone. */
function settingInText(text: string, places: SnapshotAsset[]): Heading | null {
  const said = withoutQuotes(text);
  const inside = AT_INTERIOR.exec(said)?.[1];
  const outside = AT_EXTERIOR.exec(said)?.[1];
  // With places of this kind in the manifest one of them is meant.
  if (inside && places.every((p) => !isInterior(p))) return { isInterior: true, place: inside, time: null };
  if (outside && places.every(isInterior)) return { isInterior: false, place: outside, time: null };
  if (places.length > 0) return null;
  const bare = said.replace(OFTEN_NO_PLACE, ' ');
  if (inside) return { isInterior: true, place: inside, time: null };
  if (outside) return { isInterior: false, place: outside, time: null };
  const first = [INTERIOR_WORD.exec(bare), EXTERIOR_WORD.exec(bare)]
    .filter((m) => m !== null)
    .sort((a, b) => a.index - b.index)[0];
  return first ? { isInterior: INTERIOR_WORD.test(first[0]), place: first[0], time: null } : null;
}

/** Where a sentence plays when the place comes from a heading or from words that no reference answers to. */
export function settingOf(
  text: string,
  heading: Heading | null,
  places: SnapshotAsset[],
  memory: PlaceMemory,
): Heading | null {
  if (heading?.place) return heading;
  const said = settingInText(text, places);
  if (said && !places.some((p) => describedWords(p).has(said.place.toLowerCase()))) return said;
  return places.length === 0 ? memory.setting : null;
}

/** The reference that shows the place of a sentence. `mentions` are those of places. */
export function plateOf(
  text: string,
  mentions: Mention[],
  subjects: SnapshotAsset[],
  places: SnapshotAsset[],
  memory: PlaceMemory,
): SnapshotAsset | null {
  const sure = mentions.find((m) => m.kind !== 'part');
  if (sure) return sure.asset;
  if (memory.setting) return placeOfHeading(memory.setting, places);
  const wanted = hasCue(text, 'inside')
    ? places.filter(isInterior)
    : hasCue(text, 'outside')
      ? places.filter((p) => !isInterior(p))
      : [];
  const part = mentions[0]?.asset;
  const isOutdoors = subjects.length > 0 && subjects.every((s) => s.asset_type === 'OBJECT');
  if (part && (wanted.length === 0 || wanted.includes(part)))
    return isOutdoors && isInterior(part) && memory.exterior ? memory.exterior : part;
  if (wanted.length > 0) {
    return memory.plate && wanted.includes(memory.plate)
      ? memory.plate
      : (placeByWords(text, wanted) ?? wanted[0] ?? null);
  }
  const reached = placeReached(text, places, memory.plate);
  if (reached) return reached;
  if (isOutdoors && memory.plate)
    return isInterior(memory.plate) ? (memory.exterior ?? memory.plate) : memory.plate;
  return memory.plate ?? placeByWords(text, places) ?? memory.next ?? places[0] ?? null;
}
