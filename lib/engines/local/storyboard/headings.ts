/** A screenplay's heading: "INT. KITCHEN - NIGHT". */
export type Heading = {
  /** null: both or not said. */
  isInterior: boolean | null;
  /** As written, without the hour. */
  place: string;
  /** In capitals; null: not said, or as before. */
  time: string | null;
};

const BEGINS =
  /^(?:\d{1,3}[A-Z]?[.)]?\s+)?(?:(INT\.?\s*\/\s*EXT\.?|EXT\.?\s*\/\s*INT\.?|I\/E\.?)|(INT\.?|INNEN\.?)|(EXT\.?|AUSSEN\.?|AUẞEN\.?|AUßEN\.?))(?:[\s:–—-]+|$)(.*)$/u;
/** With a full stop it may be written small, too. */
const BEGINS_SMALL = /^(?:\d{1,3}[.)]?\s+)?(?:(int\.?\/ext\.|i\/e\.)|(int\.)|(ext\.))[\s:–—-]+(.*)$/iu;
const TIME =
  /^(?:(?:early|late|mid|next|the next|same)[\s-]+)?(?:day|night|dawn|dusk|morning|evening|afternoon|noon|midday|midnight|sunset|sunrise|twilight|golden hour|tag|nacht|morgen|abend|jour|nuit|día|noche)$/i;
const AS_BEFORE =
  /^(?:(?:moments|minutes|hours|a (?:moment|minute|day)|one day|days) )?(?:later|continuous|same(?: time)?|flashback|present)$/i;

const isShouted = (token: string) => /\p{L}/u.test(token) && token === token.toUpperCase();

/** Where the heading ends in a line that goes on with what happens. */
function cut(rest: string): [place: string, after: string] {
  const tokens = rest.split(' ');
  const isCapitals = isShouted(tokens.find((t) => /\p{L}{2}/u.test(t)) ?? '');
  if (isCapitals) {
    let end = tokens.findIndex((t) => /\p{L}/u.test(t) && !isShouted(t) && !/^[@[]/.test(t));
    if (end > 0 && /^(?:A|I)$/.test(tokens[end - 1] ?? '')) end -= 1;
    if (end > 0) return [tokens.slice(0, end).join(' '), tokens.slice(end).join(' ')];
  }
  const stop = /[.:!?](?:\s|$)/u.exec(rest);
  return stop ? [rest.slice(0, stop.index), rest.slice(stop.index + 1)] : [rest, ''];
}

/** The heading that a line begins with and what follows it in the line; null when it begins with none. */
export function readHeading(line: string): { heading: Heading; after: string } | null {
  const match = BEGINS.exec(line) ?? BEGINS_SMALL.exec(line);
  if (!match) return null;
  const [, both, inside, , rest = ''] = match;
  const [written, after] = cut(rest);
  const parts = written
    .replace(/\((?:[^)]*)\)/g, ' ')
    .replace(/[\s.:,–—-]+$/u, '')
    .split(/\s+[-–—]+\s+|\s*,\s+|\s*[–—]\s*/u)
    .map((p) => p.trim())
    .filter(Boolean);
  let time: string | null = null;
  while (parts.length > 0) {
    const last = (parts.at(-1) ?? '').replace(/\.$/, '');
    if (TIME.test(last)) time ??= last.toUpperCase();
    else if (!AS_BEFORE.test(last)) break;
    parts.pop();
  }
  return {
    heading: { isInterior: both ? null : Boolean(inside), place: parts.join(', '), time },
    after: after.trim(),
  };
}

/** A line that holds headings after other sentences, cut before each of them. */
export const splitAtHeadings = (line: string): string[] =>
  line.split(/(?<=[.!?…”"])(?<!^\d{1,3}[A-Z]?[.)])\s+(?=(?:INT|EXT)\.?(?:\/(?:INT|EXT)\.?)?\s+[\p{Lu}@[])/u);
