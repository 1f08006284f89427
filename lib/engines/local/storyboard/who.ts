import { type Mention, subjectOf } from '../../../manifests/mentions.ts';
import { wordsOf } from '../../../manifests/prompt-words.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import { describedWords, describes } from './asset-words.ts';
import { genderOf, saysAnimal } from './words.ts';

/** A place of a text that means an asset. */
export type Span = { start: number; end: number; asset: SnapshotAsset; isPronoun: boolean };

/** What the sentences before have named, the last one first. */
export type People = {
  characters: { asset: SnapshotAsset; sentence: number }[];
  things: { asset: SnapshotAsset; sentence: number }[];
  /** What pronouns have told of people whose texts do not: 1 she, -1 he. */
  genders: Map<string, number>;
};

const PRONOUN =
  /(?<![\p{L}\p{N}'’])(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves|ils|elles|it|its|itself|er|ihn|ihm|sie|ihr|il|lui|elle|él|ella)(?![\p{L}\p{N}])/giu;
const MALE = /^(?:he|him|his|himself|er|ihn|ihm|il|lui|él)$/i;
const FEMALE = /^(?:she|her|hers|herself|sie|ihr|elle|ella)$/i;
const PLURAL = /^(?:ils|elles|they|them|their|theirs|themselves)$/i;
const NEUTER = /^(?:it|its|itself)$/i;
const POSSESSIVE = /^(?:his|their|its|theirs|hers|ihr)$/i;
const REFLEXIVE = /self$|selves$/i;
/** "it" that means nothing. */
const DUMMY_IT =
  /^\s*(?:['’]s|is|was|has been|will be|gets|grows|becomes|begins|starts|ends|seems|rains|snows|pours)?\s*(?:about to|going to|already|still|almost|so|too|very|getting|been)?\s*(?:rain|snow|pour|dark|late|early|cold|hot|warm|night|day\b|dawn|dusk|morning|evening|midnight|noon|time|begin|start|end|seem|over\b|quiet|silent|summer|winter|spring|autumn|christmas|monday|friday|sunday)/i;
const GROUP =
  /\b(?:crew|team|family|couple|twins|children|kids|guards|soldiers|people|crowd|band|friends|brothers|sisters|men|women|fishermen|villagers|sailors|group|pair|girls|boys|gang)\b/i;
const ALL_OF_THEM = /\b(?:all of them|they all|all three|the three|three of them)\b/i;
/** Sentences after which nobody means somebody by "they" any more. */
const MEMORY_SENTENCES = 4;
const PERSON_NAMES: Record<1 | -1, Set<string>> = {
  1: new Set(
    'mara anna emma lena lisa sarah maria mary jane kate clara sofia sophie julia laura alice eva ella mia nora ida ada amy emily olivia hannah lucy rosa elena nina vera yuki aiko hana mei li fatima aisha priya ines carmen lucia chloe zoe ruth helen grace rose iris lily daisy violet ruby pearl marie claire camille greta ingrid astrid freya'.split(
      ' ',
    ),
  ),
  [-1]: new Set(
    'tomas thomas tom ben benjamin john jack james paul peter mark max leo luca lukas felix jonas david daniel sam samuel adam alex oliver henry george harry will william charles joe joseph michael martin anton karl otto hans fritz pierre jean luc marco mario pablo diego juan carlos ivan boris kenji hiro taro ali omar ahmed raj finn lars olaf erik sven bob bill frank rob dan nick ned theo'.split(
      ' ',
    ),
  ),
};

const isAnimal = (asset: SnapshotAsset) => saysAnimal(`${asset.name} ${asset.user_tags.join(' ')}`);
const isSame = (a: SnapshotAsset, b: SnapshotAsset) => subjectOf(a) === subjectOf(b);
const isThing = (asset: SnapshotAsset) => /PROP|OBJECT/.test(asset.asset_type);

const genders = new WeakMap<SnapshotAsset, number>();

function genderOfAsset(asset: SnapshotAsset, people: People): number {
  const told = people.genders.get(subjectOf(asset));
  if (told) return told;
  const said = genders.get(asset) ?? genderOf(describes(asset));
  genders.set(asset, said);
  if (said !== 0) return said;
  const names = wordsOf(asset.name);
  return names.some((n) => PERSON_NAMES[1].has(n)) ? 1 : names.some((n) => PERSON_NAMES[-1].has(n)) ? -1 : 0;
}

/** The last one whom the pronoun fits, else the last of whom nothing speaks against. */
function fitting(wanted: number, list: SnapshotAsset[], people: People): SnapshotAsset | undefined {
  const persons = list.filter((a) => !isAnimal(a));
  return (
    persons.find((a) => genderOfAsset(a, people) === wanted) ??
    persons.find((a) => genderOfAsset(a, people) === 0)
  );
}

/** "her" before a noun owns it; before a preposition or the end it is she herself. */
export const isPossessive = (pronoun: string, after: string) =>
  POSSESSIVE.test(pronoun) ||
  (/^her$/i.test(pronoun) &&
    /^\s+\p{L}/u.test(after) &&
    !/^\s+(?:to|at|in|on|with|from|and|as|for|by|into|out|away|back|up|down|the|a|an|through|across|but|while|until|then|his|its)\b/i.test(
      after,
    ));

type Sentence = {
  text: string;
  mentions: Mention[];
  number: number;
  people: People;
  assets: readonly SnapshotAsset[];
};

function oneOfThem(
  pronoun: string,
  at: number,
  { text, mentions, people }: Sentence,
): SnapshotAsset | undefined {
  const wanted = MALE.test(pronoun) ? -1 : 1;
  const named = mentions.filter((m) => m.asset.asset_type === 'CHARACTER');
  const before = named
    .filter((m) => m.end <= at)
    .map((m) => m.asset)
    .reverse();
  const here = fitting(wanted, before, people);
  const after = text.slice(at + pronoun.length);
  const owns = isPossessive(pronoun, after);
  const remembered = people.characters
    .map((c) => c.asset)
    .filter((a) => named.every((m) => !isSame(m.asset, a)));
  const known = fitting(wanted, remembered, people);
  // A person does not see himself: "Tomas watches her" means another one, unless nobody else is known.
  const isObject = /^(?:him|her|ihn|ihm|lui)$/i.test(pronoun) && !owns;
  if (REFLEXIVE.test(pronoun) || owns) return here ?? known;
  if (isObject)
    return before.length > 0
      ? (known ?? here)
      : (known ?? remembered.find((a) => genderOfAsset(a, people) !== -wanted));
  const sure = here && genderOfAsset(here, people) === wanted;
  return (sure ? here : (known ?? here)) ?? remembered.find((a) => genderOfAsset(a, people) !== -wanted);
}

function allOfThem(text: string, at: number, { mentions, people, number }: Sentence): SnapshotAsset[] {
  const named = mentions.filter((m) => m.asset.asset_type === 'CHARACTER' && m.end <= at).map((m) => m.asset);
  if (named.length > 1) return named.slice(-2);
  const recent = people.characters.filter((c) => number - c.sentence <= MEMORY_SENTENCES).map((c) => c.asset);
  const [last = people.characters[0]?.asset] = recent;
  if (!last) return [];
  if (GROUP.test(`${last.name} ${last.user_tags.join(' ')}`)) return [last];
  return recent.length > 0 ? recent.slice(0, ALL_OF_THEM.test(text) ? 3 : 2).reverse() : [last];
}

/** The thing of the manifest that has most to do with a sentence that says "it" before anything was named. */
function fittingThing({ text, assets }: Sentence): SnapshotAsset | undefined {
  const words = new Set(wordsOf(text).filter((w) => w.length > 3));
  let best: SnapshotAsset | undefined;
  let most = 0;
  for (const asset of assets.filter(isThing)) {
    const shared = [...describedWords(asset)].filter((w) => words.has(w)).length;
    if (shared > most) [best, most] = [asset, shared];
  }
  return best;
}

function thingMeant(pronoun: string, at: number, sentence: Sentence): SnapshotAsset | undefined {
  const { text, mentions, people } = sentence;
  if (/\b(?:of|about)\s+$/i.test(text.slice(0, at))) return undefined;
  if (/^it$/i.test(pronoun) && DUMMY_IT.test(text.slice(at + pronoun.length))) return undefined;
  const before = mentions.filter((m) => m.end <= at && (isThing(m.asset) || isAnimal(m.asset)));
  // "its" of somebody or some place that is named belongs there.
  if (/^its/i.test(pronoun) && mentions.some((m) => m.end <= at)) return before.at(-1)?.asset;
  return before.at(-1)?.asset ?? people.things[0]?.asset ?? fittingThing(sentence);
}

/** Every place of a sentence that means an asset: mentions, and pronouns by what the sentences before have named. */
export function spansOf(sentence: Sentence, isQuoted: (at: number) => boolean): Span[] {
  const { text, mentions, people } = sentence;
  const spans: Span[] = mentions
    .filter((m) => m.kind === 'tag' || !isQuoted(m.start))
    .map(({ start, end, asset }) => ({ start, end, asset, isPronoun: false }));
  const open = { ...sentence, mentions: mentions.filter((m) => !isQuoted(m.start)) };
  for (const { 0: pronoun, index } of text.matchAll(PRONOUN)) {
    if (isQuoted(index) || spans.some((s) => index >= s.start && index < s.end)) continue;
    const meant = PLURAL.test(pronoun)
      ? allOfThem(text, index, open)
      : NEUTER.test(pronoun)
        ? [thingMeant(pronoun, index, open)]
        : [oneOfThem(pronoun, index, open)];
    for (const asset of meant) {
      if (!asset) continue;
      if (FEMALE.test(pronoun) || MALE.test(pronoun)) {
        if (asset.asset_type === 'CHARACTER' && !people.genders.has(subjectOf(asset)))
          people.genders.set(subjectOf(asset), FEMALE.test(pronoun) ? 1 : -1);
      }
      spans.push({ start: index, end: index + pronoun.length, asset, isPronoun: true });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Remembers whom and what a sentence has named, the last one first. */
export function remember(people: People, spans: Span[], sentence: number): void {
  for (const { asset } of spans) {
    const isPerson = asset.asset_type === 'CHARACTER';
    const lists = [
      ...(isPerson ? [people.characters] : []),
      ...(isThing(asset) || (isPerson && isAnimal(asset)) ? [people.things] : []),
    ];
    for (const list of lists) {
      const at = list.findIndex((each) => isSame(each.asset, asset));
      if (at >= 0) list.splice(at, 1);
      list.unshift({ asset, sentence });
    }
  }
}
