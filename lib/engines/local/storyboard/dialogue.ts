import type { Mention } from '../../../manifests/mentions.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { LOOSE_SPEECH_VERBS, SPEECH_VERBS } from './speech-verbs.ts';

/** `at`: where in the text of its beat it is said, 0…1. */
export type SaidLine = { speaker: SnapshotAsset | null; text: string; at: number };

const VERB = new RegExp(`(?<![\\p{L}])(?:${SPEECH_VERBS}|${LOOSE_SPEECH_VERBS})(?![\\p{L}])`, 'giu');
const SPOKEN_VERB = new RegExp(`(?<![\\p{L}])${SPEECH_VERBS}(?![\\p{L}])`, 'iu');
const PRONOUN = /(?<![\p{L}])(?:he|she|they|it|er|sie|il|elle|ella|él)(?![\p{L}])/giu;
/** Before a quote that is a name or a writing, not a speech. */
const WRITTEN =
  /(?:\b(?:called|named|titled|entitled|labelled|labeled|marked|word|words|name|heißt|heisst|namens)|\b(?:sign|letter|note|screen|poster|label|headline|banner|book|page|title|card|tattoo|neon)\b[^.!?]*\b(?:says|reads|read|saying|reading)|\breads?|\breading)\s*[:,]?\s*$/i;
/** Words that are shown, not said. */
const ON_SCREEN =
  /^\W*(?:title|text|super|caption|logo|tagline|slogan|claim|on screen|end ?card|packshot)\b[^"“]*[:“"]/i;
/** Without quotation marks: what follows is said when it begins like somebody's own words. */
const OWN_WORDS =
  /^(?:i|i['’]m|i['’]ll|we|we['’]re|we['’]ll|you|you['’]re|let['’]s|it['’]s|that['’]s|don['’]t|come|hello|hi|goodbye|bye|yes|no|thanks|thank|please|stop|wait|run|help|good|who|what|where|why|how|never)(?![\p{L}])/iu;
const UNQUOTED = new RegExp(
  `(?<![\\p{L}])${SPEECH_VERBS}(?:\\s+(?:softly|quietly|loudly|again|back))?(:\\s+|,\\s+|\\s+)(?!to\\b|that\\b|if\\b)(.+)$`,
  'iu',
);

function isSpeech(quote: Quote, text: string): boolean {
  const before = text.slice(Math.max(0, quote.start - 80), quote.start);
  if (WRITTEN.test(before) || ON_SCREEN.test(text)) return false;
  if (/[.!?,…—–。！？]$/u.test(quote.text)) return true;
  const outside = `${text.slice(0, quote.start)} ${text.slice(quote.end)}`;
  return (
    SPOKEN_VERB.test(outside) ||
    /[:：]\s*$/u.test(text.slice(0, quote.start)) ||
    quote.text.split(/\s+/).length >= 4
  );
}

/** The text with what is said blanked out, its letters in their places; names and writings in quotes stay. */
export function withoutSpeech(text: string): string {
  let rest = text;
  for (const quote of findQuotes(text)) {
    if (!isSpeech(quote, text)) continue;
    rest = rest.slice(0, quote.start) + ' '.repeat(quote.end - quote.start) + rest.slice(quote.end);
  }
  return rest;
}

type Who = {
  /** Mentions of the text. */
  mentions: Mention[];
  /** Whom a pronoun of the text means. */
  meantBy(pronoun: string): SnapshotAsset | undefined;
};

/** Who speaks: who stands nearest to the verb of speech, else who is named first, else whom a pronoun means. */
function speakerOf(
  text: string,
  quotes: Quote[],
  quote: Quote,
  { mentions, meantBy }: Who,
): SnapshotAsset | null {
  const isOutside = (at: number) => quotes.every((q) => at < q.start || at >= q.end);
  const people = mentions
    .filter((m) => /CHARACTER|OBJECT|OTHER/.test(m.asset.asset_type) && isOutside(m.start))
    .map((m) => ({ start: m.start, end: m.end, asset: m.asset }));
  const pronouns = [...text.matchAll(PRONOUN)].flatMap((p) => {
    const asset = isOutside(p.index) ? meantBy(p[0]) : undefined;
    return asset ? [{ start: p.index, end: p.index + p[0].length, asset }] : [];
  });
  const candidates = [...people.filter((p) => p.asset.asset_type === 'CHARACTER'), ...pronouns];
  if (candidates.length === 0) candidates.push(...people);
  const verbs = [...text.matchAll(VERB)].filter((v) => isOutside(v.index));
  const near = (at: number) => Math.min(Math.abs(at - quote.start), Math.abs(at - quote.end));
  const verb = verbs.sort((a, b) => near(a.index) - near(b.index))[0];
  const isAddressed = (at: number) =>
    /\b(?:to|at|with|asks|tells|told|asked|calls)\s+(?:the\s+)?$/i.test(text.slice(0, at));
  const distance = (c: { start: number; end: number }) => {
    const from = verb
      ? c.start < verb.index
        ? verb.index - c.end
        : c.start - verb.index - verb[0].length
      : near(c.start);
    const isInverted =
      verb !== undefined && c.start > verb.index && verb.index < quote.end && verb.index < quote.start;
    return from + (isAddressed(c.start) || isInverted ? 200 : 0);
  };
  return candidates.sort((a, b) => distance(a) - distance(b))[0]?.asset ?? null;
}

const sentence = (text: string) => {
  const said = text.trim().replace(/,$/, '.');
  return said.charAt(0).toUpperCase() + said.slice(1);
};

/** What is said in a text, by whom, in its order. */
export function findLines(text: string, who: Who): SaidLine[] {
  const quotes = findQuotes(text);
  const spoken = quotes.filter((q) => isSpeech(q, text));
  const lines = spoken.map((quote) => ({
    speaker: speakerOf(text, quotes, quote, who),
    text: sentence(quote.text),
    at: quote.start / text.length,
  }));
  if (quotes.length > 0) return joinBroken(lines, spoken);
  const plain = UNQUOTED.exec(text);
  const said = plain?.[2] ?? '';
  if (!plain || (!plain[1]?.startsWith(':') && !OWN_WORDS.test(said)) || /^\p{L}+ing\b/u.test(said))
    return [];
  const at = text.length - said.length;
  const quote = { start: at, end: text.length, text: said };
  const mentions = who.mentions.filter((m) => m.start < at);
  return [
    {
      speaker: speakerOf(text.slice(0, at), [], quote, { ...who, mentions }),
      text: sentence(said),
      at: at / text.length,
    },
  ];
}

/** “We wait,” says Mara, “and then we go.” is one line. */
function joinBroken(lines: SaidLine[], quotes: Quote[]): SaidLine[] {
  const joined: SaidLine[] = [];
  for (const [i, line] of lines.entries()) {
    const before = joined.at(-1);
    const [one, two] = [quotes[i - 1], quotes[i]];
    const isBroken =
      one && two && /,$/.test(one.text) && /^\p{Ll}/u.test(two.text) && two.start - one.end < 40;
    if (before && isBroken) before.text = `${before.text.replace(/\.$/, ',')} ${two.text}`;
    else joined.push({ ...line });
  }
  return joined;
}
