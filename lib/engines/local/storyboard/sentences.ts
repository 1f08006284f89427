import { findQuotes } from './quotes.ts';
import { SPEECH_VERBS } from './speech-verbs.ts';

/** A full stop after these never ends a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"'‘])(?:INT|EXT|I\/E|INT\.?\/EXT|Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Capt|Lt|Col|Gen|Sgt|Sr|Sra|Mme|Mlle|Hr|Fr|St|Mt|Ft|vs|e\.g|i\.e|cf|viz|approx|ca|Nr|z\.B|d\.h|u\.a|bzw|fig)\.$/i;
/** Initials: "J. K. Moss". */
const INITIAL = /(?:^|[\s(“"'‘])(?:[A-HJ-Z](?:\.[A-Z])*|\p{Ll})\.$/u;
/** After these it ends one only before a capital. */
const OFTEN_ABBREVIATION = /(?:^|[\s(])(?:[ap]\.m|etc|Jr|Inc|Ltd|Co|usw|al|No|Nos)\.$/i;
const STOPS = /[.!?…]+["'”’»›)\]]*(?=\s|$)|[。！？]+[」』”’）]*|(?<![^\s])\(?\d{1,2}\)(?=\s)/gu;
const SPEAKS_NEXT = new RegExp(`^\\s*(?:[\\p{L}@[\\]_\\d’'-]+\\s+){0,3}?${SPEECH_VERBS}(?![\\p{L}])`, 'iu');
const LIST_NUMBER = /^\(?(\d{1,3})[.)]$/;
/** A line as long as this that goes on in small letters was wrapped, not ended. */
const WRAPPED_LINE = 50;

const SPACELESS_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a prompt writes its sentences without capitals. */
const isUncapped = (prompt: string) =>
  !/[.!?…]["”’»)]*\s+\p{Lu}/u.test(prompt) && /[.!?…]["”’»)]*\s+\p{Ll}/u.test(prompt);

function endsThere(before: string, after: string, uncapped: boolean): boolean {
  const next = after.trimStart();
  if (next === '') return true;
  const isLower = /^\p{Ll}/u.test(next);
  const isAfterQuote = /["'”’»›」』]$/u.test(before);
  // A dash, or a script without spaces, goes straight on after a quote with who says it.
  if (isAfterQuote && (/^[—–-]/u.test(next) || (next === after && SPACELESS_LETTER.test(next.charAt(0)))))
    return false;
  if (isAfterQuote) return !isLower && !SPEAKS_NEXT.test(after);
  if (ABBREVIATION.test(before) || INITIAL.test(before)) return false;
  if (OFTEN_ABBREVIATION.test(before)) return /^\p{Lu}/u.test(next);
  return !isLower || uncapped;
}

/** The number of a list that goes on; the first may have been taken off the line. */
const isNext = (listed: number, number: number) => listed === number + 1 || (number === 0 && listed === 2);

/** The sentences of one line. A list's numbers inside it are dropped. */
function sentencesOf(line: string, uncapped: boolean): string[] {
  const quotes = findQuotes(line);
  const sentences: string[] = [];
  let from = 0;
  let number = 0;
  const end = (at: number) => {
    const sentence = line.slice(from, at).trim();
    const listed = Number(LIST_NUMBER.exec(sentence)?.[1] ?? Number.NaN);
    if (isNext(listed, number) && at < line.length) number = listed;
    else if (sentence !== '') sentences.push(sentence);
    from = at;
  };
  for (const stop of line.matchAll(STOPS)) {
    const at = stop.index + stop[0].length;
    const quote = quotes.find((q) => q.start < at && at < q.end);
    if (quote) continue;
    const sentence = line.slice(from, at);
    const listed = LIST_NUMBER.exec(sentence.trim());
    const isOther = listed
      ? !isNext(Number(listed[1]), number)
      : stop[0].endsWith(')') && /\d\)$/.test(stop[0]);
    if (!isOther && endsThere(sentence, line.slice(at), uncapped)) end(at);
  }
  end(line.length);
  return sentences;
}

/** A quote alone belongs to the sentence before it: who speaks is said there. */
function withSpeaker(sentences: string[]): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const [quote] = findQuotes(sentence);
    const isQuote = quote !== undefined && quote.start === 0 && quote.end >= sentence.length - 1;
    const before = joined.at(-1);
    if (isQuote && before !== undefined && findQuotes(before).length === 0)
      joined[joined.length - 1] = `${before} ${sentence}`;
    else joined.push(sentence);
  }
  return joined;
}

/** Lines of a prompt; one that was only wrapped goes on with the next. */
export function splitLines(prompt: string): string[] {
  const lines: string[] = [];
  for (const raw of prompt.split(/\r\n?|\n|\u2028|\u2029/)) {
    const line = raw.replace(/\s+/gu, ' ').trim();
    const before = lines.at(-1) ?? '';
    const isWrapped =
      before.length >= WRAPPED_LINE && !/[.!?…:;。！？"”]$/u.test(before) && /^\p{Ll}/u.test(line);
    if (isWrapped) lines[lines.length - 1] = `${before} ${line}`;
    else lines.push(line);
  }
  return lines;
}

/**
 * The sentences of a prompt, trimmed, in order; line breaks end one too. What is quoted is not torn, nor from who says
 * it. Never empty for a text with ink.
 */
export function splitSentences(prompt: string): string[] {
  const uncapped = isUncapped(prompt);
  return splitLines(prompt).flatMap((line) => withSpeaker(sentencesOf(line, uncapped)));
}

const CLAUSE =
  /\s*;\s+|\s+[–—]\s+|,\s+(?=(?:and|but|while|as|then|where|when|und|aber|während|et|mais|y|pero)\s)|\s+(?=(?:while|then|until|während|bis)\s)|、|，/iu;
const DASHES = /\s[–—]\s/gu;
const MIN_CLAUSE_WORDS = 3;
const SPACELESS_LETTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Words; of scripts without spaces two letters count as one. */
export function countWords(text: string): number {
  const letters = text.match(SPACELESS_LETTERS)?.length ?? 0;
  return (
    text
      .replace(SPACELESS_LETTERS, ' ')
      .split(/\s+/)
      .filter((w) => /[\p{L}\p{N}]/u.test(w)).length + Math.ceil(letters / 2)
  );
}

function asSentence(clause: string): string {
  const text = clause.replace(/^(?:and|but|then)\s+/i, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence cut at one of its joints, outside what is quoted, into two parts of at least three words each, or null. */
export function splitClause(sentence: string): [string, string] | null {
  const quotes = findQuotes(sentence);
  for (const joint of sentence.matchAll(new RegExp(CLAUSE, 'giu'))) {
    if (
      quotes.length > 0 &&
      (quotes.length > 1 || quotes.some((q) => joint.index >= q.start && joint.index < q.end))
    )
      continue;
    // Two dashes hold an aside together.
    if (/[–—]/u.test(joint[0]) && (sentence.match(DASHES)?.length ?? 0) > 1) continue;
    const head = sentence
      .slice(0, joint.index)
      .trim()
      .replace(/,?(?:\s+(?:and|but|then))?$/iu, '');
    const tail = sentence.slice(joint.index + joint[0].length).trim();
    if (countWords(head) >= MIN_CLAUSE_WORDS && countWords(tail) >= MIN_CLAUSE_WORDS) {
      const stop = /[.!?…。！？”"」]$/u.test(head) ? '' : /[、，]/u.test(joint[0]) ? '。' : '.';
      return [`${head}${stop}`, asSentence(tail)];
    }
  }
  return null;
}
