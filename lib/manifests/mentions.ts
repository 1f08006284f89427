import { MANIFEST_TAG } from '../schemas/asset.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';
import { isMeantThere } from './common-words.ts';
import { isStopWord, wordsOf } from './prompt-words.ts';

/** How surely the text means the asset: written as its tag, its name, one of its user tags, or part of its name. */
export type MentionKind = 'tag' | 'name' | 'user_tag' | 'part';
export type Mention = { start: number; end: number; asset: SnapshotAsset; kind: MentionKind };

const RANK: Record<MentionKind, number> = { tag: 0, name: 1, user_tag: 2, part: 3 };
/** What a tag cannot touch; scripts without spaces may stand right beside it. */
const WORD_CHARACTER = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}_]';
/** A tag as prompts write it: bare, after an `@`, or in brackets. */
export const WRITTEN_TAG = new RegExp(
  `(?<!${WORD_CHARACTER})(?:\\[@?(${MANIFEST_TAG})\\]|@?(${MANIFEST_TAG}))(?!${WORD_CHARACTER})`,
  'giu',
);
/** The `@` before what is no tag. */
const AT_WORD = new RegExp(`(?<![\\p{L}\\p{N}_])@(?!${MANIFEST_TAG})(?=\\p{L})`, 'giu');
/** Labels of the library, not names of things. */
const LABELS = new Set([
  'lead',
  'supporting',
  'interior',
  'exterior',
  'wide',
  'palette',
  'hero prop',
  'turnaround',
]);
const MIN_PART_LETTERS = 3;

/** For patterns with the flag `u`, which refuses to escape anything else. */
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Scripts that write words without spaces between them. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Neither inside a word nor behind the `@` of an e-mail address. */
const WORD_BEGINS = `(?<!(?!${SPACELESS.source})[\\p{L}\\p{N}_]|[\\p{L}\\p{N}_.]@)`;
const WORD_ENDS = `(?:e?s|['’]s|s['’])?(?!(?!${SPACELESS.source})[\\p{L}\\p{N}_]|@[\\p{L}\\p{N}])`;

/** The phrase as whole words in any case, with an optional `@`, plural or possessive ending. */
function phrasePattern(phrase: string): RegExp {
  const text = phrase.trim();
  const words = escaped(text).replace(/\s+/g, '\\s+');
  const [first = '', last = ''] = [[...text][0], [...text].at(-1)];
  const begins = SPACELESS.test(first) ? '' : WORD_BEGINS;
  const ends = SPACELESS.test(last) ? '' : WORD_ENDS;
  return new RegExp(`${begins}@?${words}${ends}`, 'giu');
}

/** The words of a name that may stand for it: any of a person or place, the last one of a thing. */
function partsOf(asset: SnapshotAsset): string[] {
  const head = asset.name.split(/,|\s(?:at|in|of|on|with|from)\s/i)[0] ?? '';
  const words = wordsOf(head);
  if (words.length < 2 && head.trim() === asset.name.trim()) return [];
  const isNamed = asset.asset_type === 'CHARACTER' || asset.asset_type === 'ENVIRONMENT';
  return (isNamed ? words : words.slice(-1)).filter((w) => w.length >= MIN_PART_LETTERS && !isStopWord(w));
}

/** Names the subject of a reference: views of one subject share it. */
export const subjectOf = ({ view_of, manifest_tag }: Pick<SnapshotAsset, 'view_of' | 'manifest_tag'>) =>
  view_of ?? manifest_tag;

/** For each subject the reference that is sent first: the primary one of its group, else the one that leads it. */
export function sentFirst(assets: readonly SnapshotAsset[]): Map<string, SnapshotAsset> {
  const leaders = assets.filter((a) => !a.view_of);
  const first = new Map(leaders.map((a) => [a.manifest_tag, a]));
  for (const asset of assets)
    if (asset.is_primary && first.has(subjectOf(asset))) first.set(subjectOf(asset), asset);
  return first;
}

/** A phrase that means an asset. Its pattern is made when the first text holds its words. */
type Phrase = {
  asset: SnapshotAsset;
  kind: MentionKind;
  probes: string[];
  isWord: boolean;
  pattern: () => RegExp;
};

/** Letters that fold into another one for patterns in any case. */
const probeOf = (text: string) => text.toLowerCase().replaceAll('ς', 'σ');

const phrasesOf = new WeakMap<readonly SnapshotAsset[], Phrase[]>();

/** All phrases of a manifest: names, labels, and the parts of names that only one asset has. */
function phrases(
  assets: readonly SnapshotAsset[],
  meantBy: (asset: SnapshotAsset) => SnapshotAsset,
): Phrase[] {
  const known = phrasesOf.get(assets);
  if (known) return known;
  const list: Phrase[] = [];
  const byTag = new Set(assets.map((a) => a.manifest_tag));
  const leaders = new Set(assets.filter((a) => !a.view_of || !byTag.has(a.view_of)));
  const add = (phrase: string, named: SnapshotAsset, kind: MentionKind) => {
    const text = phrase.trim();
    if (text === '') return;
    let pattern: RegExp | undefined;
    list.push({
      asset: meantBy(named),
      kind,
      probes: probeOf(text).split(/\s+/),
      isWord: !/\s/.test(text),
      pattern: () => {
        pattern ??= phrasePattern(text);
        return pattern;
      },
    });
  };
  const parts = new Map([...leaders].map((a) => [a, [...new Set(partsOf(a))]]));
  const owners = new Map<string, number>();
  for (const part of [...parts.values()].flat()) owners.set(part, (owners.get(part) ?? 0) + 1);
  for (const asset of assets) {
    if (asset.asset_type === 'STYLE') continue;
    add(asset.name, asset, 'name');
    // Labels and parts of the name mean the subject, and its leader answers for it.
    if (!leaders.has(asset)) continue;
    for (const label of asset.user_tags) if (!LABELS.has(label.toLowerCase())) add(label, asset, 'user_tag');
    for (const part of parts.get(asset) ?? []) if (owners.get(part) === 1) add(part, asset, 'part');
  }
  phrasesOf.set(assets, list);
  return list;
}

function candidates(text: string, assets: readonly SnapshotAsset[]): Mention[] {
  const found: Mention[] = [];
  const byTag = new Map(assets.map((a) => [a.manifest_tag, a]));
  const first = sentFirst(assets);
  const meantBy = (asset: SnapshotAsset) =>
    asset.view_of ? asset : (first.get(asset.manifest_tag) ?? asset);
  for (const match of text.matchAll(WRITTEN_TAG)) {
    const named = byTag.get((match[1] ?? match[2] ?? '').toUpperCase());
    const asset = named && meantBy(named);
    if (asset) found.push({ start: match.index, end: match.index + match[0].length, asset, kind: 'tag' });
  }
  const probed = probeOf(text);
  for (const { asset, kind, probes, isWord, pattern } of phrases(assets, meantBy)) {
    if (!probes.every((probe) => probed.includes(probe))) continue;
    for (const match of text.matchAll(pattern())) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isWord && !isMeantThere(text, start, end, asset.asset_type === 'CHARACTER')) continue;
      found.push({ start, end, asset, kind });
    }
  }
  return found;
}

const order = (a: Mention, b: Mention) =>
  RANK[a.kind] - RANK[b.kind] ||
  b.end - b.start - (a.end - a.start) ||
  Number(b.asset.is_primary) - Number(a.asset.is_primary) ||
  a.asset.sort_order - b.asset.sort_order ||
  (a.asset.manifest_tag < b.asset.manifest_tag ? -1 : 1);

/**
 * The references that a text names, in the order of the text: by tag (`CHAR_01`, `@CHAR_01`, `[CHAR_01]`), by name,
 * by user tag, or by an unambiguous part of the name. Each place of the text means one asset, the surest reading.
 * Tags that no asset has stay plain text. What leads a group of views stands for the subject: it means the group's
 * primary reference; the tag or name of a view means that view.
 */
export function findMentions(text: string, assets: readonly SnapshotAsset[]): Mention[] {
  const chosen: Mention[] = [];
  for (const mention of candidates(text, assets).sort(order)) {
    if (chosen.every((c) => mention.end <= c.start || mention.start >= c.end)) chosen.push(mention);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** The tags that a text writes out, in any of their spellings, as they are written, without what surrounds them. */
export function writtenTags(text: string): string[] {
  return [...text.matchAll(WRITTEN_TAG)].map(([, inBrackets, bare]) => inBrackets ?? bare ?? '');
}

/** The text as people read it: tags written as names. */
export function withNames(
  text: string,
  assets: readonly Pick<SnapshotAsset, 'manifest_tag' | 'name'>[],
): string {
  const byTag = new Map(assets.map((a) => [a.manifest_tag, a.name]));
  return text
    .replace(WRITTEN_TAG, (written, inBrackets?: string, bare?: string) => {
      return byTag.get((inBrackets ?? bare ?? '').toUpperCase()) ?? written;
    })
    .replace(AT_WORD, '');
}
