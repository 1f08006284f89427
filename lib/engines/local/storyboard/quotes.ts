/** Where something is quoted in a text: `start` and `end` with the quotation marks, `text` without. */
export type Quote = { start: number; end: number; text: string };

/** A quote of more letters is an unclosed mark; of more quotes the rest is no dialogue. */
const MAX_LETTERS = 2000;
const MAX_QUOTES = 100;
/** Opening marks of many languages and what closes them. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  '„': '“”"',
  '“': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '"': '"',
  '「': '」',
  '『': '』',
  '‘': '’',
  "'": "'",
};
const LETTER = /[\p{L}\p{N}]/u;

/** Where the mark is closed, or -1. A single mark before a letter is an apostrophe. */
function closeOf(text: string, open: string, from: number): number {
  const isSingle = open === '‘' || open === "'";
  let nearest = -1;
  for (const mark of CLOSED_BY[open] ?? '') {
    let at = text.indexOf(mark, from + 1);
    while (isSingle && at >= 0 && LETTER.test(text.charAt(at + 1))) at = text.indexOf(mark, at + 1);
    if (at >= 0 && (nearest < 0 || at < nearest)) nearest = at;
  }
  return nearest;
}

export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  /** Marks that nothing closes any more. */
  const open = new Set<string>();
  for (let at = 0; at < text.length && quotes.length < MAX_QUOTES; at += 1) {
    const mark = text.charAt(at);
    if (!(mark in CLOSED_BY) || open.has(mark)) continue;
    if (/[‘'»]/.test(mark) && LETTER.test(text.charAt(at - 1))) continue;
    const end = closeOf(text, mark, at);
    if (end < 0) open.add(mark);
    const inner = text.slice(at + 1, end).trim();
    if (end < 0 || inner === '' || inner.length > MAX_LETTERS) continue;
    quotes.push({ start: at, end: end + 1, text: inner });
    at = end;
  }
  return quotes;
}

/** The text without what is said in it: words of a speech are no cues for the picture. */
export function withoutQuotes(text: string): string {
  let rest = text;
  for (const { start, end } of findQuotes(text).reverse())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}
