/** White space, once a text is folded. The same as in `search_words_of` of the migration. */
const SPACE = /[\t-\r \u0085\u1680\u2028\u2029]+/;
/** White space and punctuation. */
const BREAK = /[\t-\r -/:-@[-`{-\u0085\u00a0-\u00bf\u1680\u2010-\u205e\u3001-\u303f]+/g;

/** Punctuation that belongs to the sentence and not to the word that was looked for. */
const AROUND = /^[,;.!?"'“”‘’()]+|[,;.!?"'“”‘’()]+$/g;

/** More words than this narrow no search any further. */
const MAX_WORDS = 12;
/** Code points of a word that the vocabulary keeps. */
const MAX_WORD = 64;

/** What a search looks for: every word of it, once. Takes the folded query. */
export function queryWords(folded: string): string[] {
  const words = folded
    .split(SPACE)
    .filter((word) => word !== '')
    .map((word) => [...(word.replace(AROUND, '') || word)].slice(0, MAX_WORD).join(''));
  return [...new Set(words)].slice(0, MAX_WORDS);
}

export type Token = { start: number; end: number };

/** Where the words of a folded text begin and end, between white space and punctuation. */
export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const gap of folded.matchAll(BREAK)) {
    if (gap.index > start) tokens.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  if (start < folded.length) tokens.push({ start, end: folded.length });
  return tokens;
}

/** Scripts that put no spaces between words: one sign can be a whole word anywhere in a text. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
const ONE_OR_TWO = /^[\p{L}\p{N}]{1,2}$/u;

/** One or two letters stand in almost every word: they are looked for at the beginning of words only. */
export const isBeginning = (word: string) => ONE_OR_TWO.test(word) && !UNSPACED.test(word);
