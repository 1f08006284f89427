import { subjectOf } from '../../../manifests/mentions.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import type { Part } from './beats.ts';
import { findQuotes } from './quotes.ts';
import type { Span } from './who.ts';

const MAX_LETTERS = 90;
const CLAUSE_ENDS = /[.!?…;:。！？]|\s[–—]\s/u;
const JOINT = /(?:,\s*|\s+)(?:and|but|while|und|aber|während|et|y)\s+(?:the\s+|a\s+|an\s+)?/giu;
const POSSESSIVE = /^(?:his|their|its|hers|theirs)$/i;
const NO_ACTION = /^(?:and|or|but|who|that|which|of|und|et|y)\b/i;
const VERB =
  /^(?:\p{Ll}+ly\s+|then\s+|still\s+|slowly\s+|never\s+|always\s+|now\s+)?(?!his\b|its\b|this\b|as\b|across\b|towards\b|always\b|perhaps\b|less\b)(?:\p{Ll}{2,}(?:s|ed)|is|are|was|were|has|had)(?![\p{L}])/u;
const PARTICLE = /^[はがをにのもとへで、，]+/u;

/** The text with what is quoted blanked out, its letters in their places. */
function blanked(text: string): string {
  let rest = text;
  for (const { start, end } of findQuotes(text))
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

/** Where the clause ends that goes on from `from`: before somebody else does something. */
function clauseEnd(text: string, from: number, spans: Span[]): number {
  const tail = text.slice(from);
  const stop = CLAUSE_ENDS.exec(tail);
  let end = stop ? from + stop.index : text.length;
  for (const joint of tail.matchAll(JOINT)) {
    const at = from + joint.index;
    const next = at + joint[0].length;
    const other = spans.find((s) => Math.abs(s.start - next) <= 1);
    if (at < end && other && VERB.test(text.slice(other.end).trimStart())) end = at;
  }
  return end;
}

/** Past "and Tomas" of "Mara and Tomas walk". */
function pastCompany(text: string, from: number, spans: Span[]): number {
  let at = from;
  for (;;) {
    const joint =
      /^\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|und\s+|et\s+|y\s+)(?:the\s+|a\s+|an\s+|with\s+)?/iu.exec(
        text.slice(at),
      );
    const other = joint && spans.find((s) => s.start === at + joint[0].length);
    if (!other) return at;
    at = other.end;
  }
}

const capped = (phrase: string) => {
  if (phrase.length <= MAX_LETTERS) return phrase;
  const cut = phrase.slice(0, MAX_LETTERS);
  const at = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf(' '));
  return at > MAX_LETTERS / 2 ? cut.slice(0, at).replace(/,$/, '') : cut;
};

const clean = (phrase: string) =>
  phrase
    .replace(/\s+/g, ' ')
    .replace(PARTICLE, '')
    .replace(/^[\s,]+|[\s,–—-]+$/gu, '');

function inPart(
  asset: SnapshotAsset,
  { text: raw, spans, lines }: Part,
  write: (text: string) => string,
): string {
  const text = blanked(raw);
  const isIt = (s: Span) => subjectOf(s.asset) === subjectOf(asset);
  for (const span of spans.filter(isIt)) {
    const word = text.slice(span.start, span.end);
    const after = text.slice(span.end);
    const owns = /^['’]s\s/.test(after) || /['’]s$/.test(word) || (span.isPronoun && POSSESSIVE.test(word));
    if (owns) continue;
    const begins = pastCompany(text, span.end, spans);
    const end = clauseEnd(text, begins, spans);
    const phrase = clean(raw.slice(begins, end));
    const clause = Math.max(
      0,
      ...[...text.slice(0, span.start).matchAll(new RegExp(CLAUSE_ENDS, 'gu'))].map(
        (m) => m.index + m[0].length,
      ),
    );
    const doer = spans
      .filter(
        (s) => s.start >= clause && s.end < span.start && !isIt(s) && s.asset.asset_type === 'CHARACTER',
      )
      .at(-1);
    const between = doer ? text.slice(doer.end, span.start) : '';
    const isCompany =
      /^\s*(?:,|and|&|und|et|y)\s*(?:the\s+|with\s+)?$/iu.test(between) || between.trim() === '';
    if (doer && !isCompany && !VERB.test(phrase)) {
      // Somebody does something to it: told from there.
      const name = write(`x ${raw.slice(doer.start, doer.end)}`).slice(2);
      const done = between.replace(/\s*\b(?:the|a|an|his|her|their|its|my|old|last)\s*$/i, ' ');
      return capped(
        clean(write(`${name} ${done.trim()} ${asset.asset_type === 'CHARACTER' ? 'them' : 'it'}`)),
      );
    }
    if (phrase !== '' && !NO_ACTION.test(phrase)) return capped(clean(write(`x ${phrase}`).slice(2)));
  }
  return lines.some((line) => line.speaker && subjectOf(line.speaker) === subjectOf(asset)) ? 'speaks' : '';
}

/** What an asset does in a shot, as its sentence says: "walks the pier with the brass lantern". Empty: nothing said. */
export function actionOf(asset: SnapshotAsset, parts: Part[], write: (text: string) => string): string {
  for (const part of parts) {
    const action = inPart(asset, part, write);
    if (action) return action;
  }
  return '';
}
