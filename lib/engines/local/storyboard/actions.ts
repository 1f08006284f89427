import { subjectOf } from '../../../manifests/mentions.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { Part } from './beats.ts';
import { withoutSpeech } from './dialogue.ts';
import { isPossessive, type Span } from './who.ts';

/** What an asset does. `isTold`: a whole clause in which somebody does something to it. */
export type Doing = { text: string; isTold: boolean };
type Write = (text: string) => string;

const MAX_LETTERS = 90;
/** Places of one sentence that are looked at for what somebody does. */
const MAX_PLACES = 6;
const CLAUSE_ENDS = /[.!?…;:。！？]+|\s[–—]\s/gu;
/** "Anna — alone now — reads". */
const ASIDE = /\s([–—])\s[^–—.!?;]{1,60}\s\1\s/gu;
const JOINT =
  /(?:,\s*|\s+)(?:and|but|while|as|when|und|aber|während|als|et|y)\s+(?:the\s+|a\s+|an\s+)?|[、，]/giu;
const ARTICLE = /(?:^|\s)(?:the|a|an|his|her|their|its|my|our|this|that|old|young|der|die|das|le|la|el)\s*$/i;
const LEADS_ON = /^(?:and|or|but|who|that|which|of|und|et|y)\b/i;
const VERB =
  /^(?:\p{Ll}+ly\s+|then\s+|still\s+|never\s+|always\s+|now\s+|also\s+|both\s+|all\s+)*(?!(?:his|its|this|as|us|across|towards|always|perhaps|less|besides|sometimes)\b)(?:\p{Ll}{2,}(?:s|ed)|is|are|was|were|has|had|can|will|must|has been)(?![\p{L}])/u;
const RELATIVE = /^\s*,\s*(?:who|which|whose|der|die|das|qui)\b[^,]*,/iu;
const ANY_RELATIVE = /\s*,\s*(?:who|which|whose)\b[^,]*,/giu;
const PARTICLE = /^[はがをにのもとへで]+/u;
const NO_BASE_VERB =
  /^(?:with|in|on|at|to|from|by|for|of|into|onto|over|under|through|past|along|across|near|beside|behind|around|towards|without|together|alone|both|all|each|again|back|away|are|were|have|do|can|will|must|had|did|in|and|or|the|a|an|their|his|her|now|then|still|soon|never|always|ran|sat|stood|took|went|came|saw|gave|found|left|kept|told|felt|led|fell|flew|drove|rode|sang|slept|spoke|woke|wore|wrote|threw|met|held|knew|made|said)$/;

/** The clause around a place: between full stops, and before somebody else does something. */
function clauseAround(text: string, from: number, to: number, spans: Span[]): [start: number, end: number] {
  let start = 0;
  let end = text.length;
  for (const stop of text.matchAll(CLAUSE_ENDS)) {
    const stopEnd = stop.index + stop[0].length;
    if (stopEnd <= from) start = stopEnd;
    else if (stop.index >= to) {
      end = stop.index;
      break;
    }
  }
  for (const joint of text.matchAll(JOINT)) {
    const next = joint.index + joint[0].length;
    const other = spans.find((s) => Math.abs(s.start - next) <= 1);
    if (!other || !(VERB.test(text.slice(other.end).trimStart()) || /[、，]/.test(joint[0]))) continue;
    if (joint.index >= to && joint.index < end) end = joint.index;
    if (next <= from && next > start) start = joint.index + joint[0].search(/\S/);
  }
  return [start, end];
}

/** Past "and Tomas" of "Mara and Tomas walk"; `isMany` when there was company. */
function pastCompany(text: string, from: number, spans: Span[]): { at: number; isMany: boolean } {
  let at = from;
  for (;;) {
    const joint = /^\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|und\s+|et\s+|y\s+)(?:the\s+|a\s+|an\s+)?/iu.exec(
      text.slice(at),
    );
    const other = joint && spans.find((s) => s.start === at + joint[0].length);
    if (!other) return { at, isMany: at > from };
    at = other.end;
  }
}

function capped(phrase: string): string {
  if (phrase.length <= MAX_LETTERS) return phrase;
  const cut = phrase.slice(0, MAX_LETTERS);
  const at = cut.lastIndexOf(', ') > MAX_LETTERS / 2 ? cut.lastIndexOf(', ') : cut.lastIndexOf(' ');
  return at > MAX_LETTERS / 2 ? cut.slice(0, at).replace(/[,\s]+$/, '') : cut;
}

const clean = (phrase: string) =>
  phrase
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[,.;])/g, '')
    .replace(PARTICLE, '')
    .replace(/^[\s,、，]+|[\s,、，–—-]+$/gu, '')
    .replace(/^(?:and|but|then|und|et|y)\s+/i, '');

/** Of one of several: "row home" → "rows home". */
function ofOne(phrase: string): string {
  const [, verb = '', rest = ''] = /^(\p{Ll}+)([\s\S]*)$/u.exec(phrase) ?? [];
  if (/^(?:are|were|have)$/.test(verb)) return `${{ are: 'is', were: 'was', have: 'has' }[verb]}${rest}`;
  if (verb === '' || NO_BASE_VERB.test(verb) || /(?:s|ed|ing|ly)$/.test(verb)) return phrase;
  const ending = /(?:sh|ch|x|z|o)$/.test(verb) ? 'es' : 's';
  return `${/[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : verb + ending}${rest}`;
}

/** Directions for the camera are nobody's doing. */
const OF_THE_SHOT =
  /^(?:an? |the |extreme )*(?:close-?up|two-?shot|(?:wide|medium|long|establishing|tracking) shot|detail|view|shot)\b/i;
const isPlace = (asset: SnapshotAsset) => asset.asset_type === 'ENVIRONMENT';
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const PLURAL = /^(?:they|ils|elles)$/i;

const isSpeaker = (asset: SnapshotAsset, lines: Part['lines']) =>
  lines.some((line) => line.speaker && subjectOf(line.speaker) === subjectOf(asset));

/** Names in a row say what is there, not what happens. */
function isOnlyNames(text: string, start: number, end: number, spans: Span[]): boolean {
  let rest = text.slice(start, end);
  for (const span of spans.toReversed())
    if (span.start >= start && span.end <= end)
      rest = rest.slice(0, span.start - start) + rest.slice(span.end - start);
  return !/\p{L}/u.test(rest.replace(/\b(?:the|an?|and|with|und|et|y)\b/gi, ''));
}

function inPart(asset: SnapshotAsset, { text: raw, spans, lines }: Part, write: Write): Doing | null {
  const text = withoutSpeech(raw).replace(ASIDE, (aside) => ' '.repeat(aside.length));
  const read = (phrase: string) => capped(clean(write(`x ${phrase}`).slice(2)));
  for (const span of spans.filter((s) => subjectOf(s.asset) === subjectOf(asset)).slice(0, MAX_PLACES)) {
    const word = text.slice(span.start, span.end);
    const after = text.slice(span.end);
    const owns =
      /^['’]s\s/.test(after) || /['’]s$/.test(word) || (span.isPronoun && isPossessive(word, after));
    if (owns) continue;
    const skipped = RELATIVE.exec(after)?.[0].length ?? 0;
    const { at, isMany } = pastCompany(text, span.end + skipped, spans);
    const [start, end] = clauseAround(text, span.start, span.end, spans);
    const tail = text.slice(at, end);
    const isListed = spans.some(
      (s) => s.start >= at && text.slice(at, s.start).replace(ARTICLE, '').trim() === '',
    );
    const phrase = isListed ? '' : read(tail.replace(/^\s*(?:who|that|which)\s+/i, ' '));
    const before = text.slice(start, span.start).replace(ARTICLE, ' ').trim();
    const isRelative =
      span.isPronoun && /^\s*(?:an?|the)\s+\p{Ll}+\s+$/iu.test(text.slice(start, span.start));
    const isFirst =
      before === '' || SPACELESS.test(text) || /^(?:and|but|then|while|as|when|und)$/i.test(before);
    const doer = spans.find(
      (s) => s.start >= start && s.end < span.start && s.asset.asset_type === 'CHARACTER',
    );
    const goesOn = !isFirst && (/^\s*(?:,|and\b)/.test(tail) || (doer && asset.asset_type !== 'CHARACTER'));
    const isDoing = VERB.test(phrase) && (skipped > 0 || !goesOn) && !isRelative;
    // A place acts only where it is the subject: "the harbour empties".
    if (isPlace(asset) && !(isDoing && !/(?:^|\s)(?:in|at|on|to|into|of|from|inside|near|by)$/i.test(before)))
      continue;
    const company = before.replace(/(?:\s|^)(?:and|&|und|et|y)$/i, '').trim();
    const isCompany =
      company !== before &&
      spans.some(
        (s) => s.end <= span.start && text.slice(start, s.start).replace(ARTICLE, ' ').trim() === '',
      );
    if (
      phrase !== '' &&
      /^\p{L}/u.test(phrase) &&
      !LEADS_ON.test(phrase) &&
      (isFirst || isDoing || isCompany)
    ) {
      const isPlural = isMany || isCompany || PLURAL.test(word);
      return { text: isPlural ? ofOne(phrase) : phrase, isTold: false };
    }
    if ((isFirst && !isPlace(asset)) || isSpeaker(asset, lines)) continue;
    const clause = text.slice(start, end).replace(/^\s*(?:and|but|then|while|as|when)\s+/i, '');
    if (OF_THE_SHOT.test(clause.trim()) || isOnlyNames(text, start, end, spans)) continue;
    const isNamedThere = doer?.isPronoun && !PLURAL.test(text.slice(doer.start, doer.end));
    const told = clean(
      doer && isNamedThere
        ? write(`x @${doer.asset.manifest_tag}${text.slice(doer.end, end)}`).slice(2)
        : write(`x ${clause.replace(ANY_RELATIVE, '')}`).slice(2),
    );
    if (told !== '' && /\s/.test(told)) return { text: capped(told), isTold: true };
  }
  return isSpeaker(asset, lines) ? { text: 'speaks', isTold: false } : null;
}

/** A clause that goes straight on with its verb, "Burns it in the sink", is what the person of the clause before does. */
function goingOn(asset: SnapshotAsset, { text, spans }: Part, write: Write): Doing | null {
  if (asset.asset_type !== 'CHARACTER' || spans.some((s) => s.asset.asset_type === 'CHARACTER')) return null;
  const clause = `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/[.!?…].*$/su, '');
  return VERB.test(clause) ? { text: capped(clean(write(`x ${clause}`).slice(2))), isTold: false } : null;
}

const known = new WeakMap<Part[], Map<SnapshotAsset, Doing | null>>();

/** What an asset does in a shot, as its sentence says; null: nothing said. */
export function doingOf(asset: SnapshotAsset, parts: Part[], write: Write): Doing | null {
  const found = known.get(parts) ?? new Map<SnapshotAsset, Doing | null>();
  known.set(parts, found);
  const before = found.get(asset);
  if (before !== undefined) return before;
  let doing: Doing | null = null;
  for (const part of parts) {
    doing = inPart(asset, part, write) ?? goingOn(asset, part, write);
    if (doing) break;
  }
  if (doing?.text === 'says') doing = { ...doing, text: 'speaks' };
  found.set(asset, doing);
  return doing;
}

/** "walks the pier with the brass lantern", or for what somebody uses "Mara takes the key". Empty: nothing said. */
export const actionOf = (asset: SnapshotAsset, parts: Part[], write: Write): string =>
  doingOf(asset, parts, write)?.text ?? '';
