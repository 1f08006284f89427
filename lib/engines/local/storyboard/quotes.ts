/** Where something is quoted in a text: `start` and `end` with the quotation marks, `text` without. */
export type Quote = { start: number; end: number; text: string };

const MAX = 600;
/** Quotation marks of many languages. Single ones only where they cannot be apostrophes. */
const QUOTED = new RegExp(
  [
    `„([^“”"]{1,${MAX}})[“”"]`,
    `“([^”]{1,${MAX}})”`,
    `«\\s*([^»]{1,${MAX}}?)\\s*»`,
    `(?<![\\p{L}\\p{N}])»([^«]{1,${MAX}})«`,
    `‹([^›]{1,${MAX}})›`,
    `"([^"]{1,${MAX}})"`,
    `「([^」]{1,${MAX}})」`,
    `『([^』]{1,${MAX}})』`,
    `(?<![\\p{L}\\p{N}])‘((?:[^’]|’(?=\\p{L})){2,${MAX}})’(?!\\p{L})`,
    `(?<![\\p{L}\\p{N}])'((?:[^']|'(?=\\p{L})){2,${MAX}})'(?!\\p{L})`,
  ].join('|'),
  'gu',
);

export function findQuotes(text: string): Quote[] {
  return [...text.matchAll(QUOTED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: (match.slice(1).find((inner) => inner !== undefined) ?? '').trim(),
  }));
}

/** The text without what is said in it: words of a speech are no cues for the picture. */
export function withoutQuotes(text: string): string {
  let rest = text;
  for (const { start, end } of findQuotes(text).reverse())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}
