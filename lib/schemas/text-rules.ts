/* What text may hold, without the schema library: `text.ts` and the names of files agree by these. */

/** Controls, line and paragraph separators, byte-order mark and bidirectional overrides: never part of a name. */
export const FORBIDDEN_IN_LINE = /[\p{Cc}\p{Zl}\p{Zp}\ufeff\u202a-\u202e\u2066-\u2069]/u;
/** The same, but tab and new lines are fine in prose. */
export const FORBIDDEN_IN_PROSE = /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}\ufeff\u202a-\u202e\u2066-\u2069]/u;
/** Code points that take no room: a name of nothing else is empty to a reader. */
export const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}]/gu;
/** More combining marks in a row than any script needs: a name that paints over its neighbours. */
export const STACKED_MARKS = /\p{M}{9,}/u;

/** True for what `lineSchema(max)` takes as it is: one visible line of 1…max code points. */
export const isLine = (text: string, max: number): boolean =>
  text.isWellFormed() &&
  !FORBIDDEN_IN_LINE.test(text) &&
  !STACKED_MARKS.test(text) &&
  text.replace(INVISIBLE, '').length > 0 &&
  [...text].length <= max;

/** The beginning of a text that a program composed, cut where a person would have to stop. */
export const firstCodePoints = (text: string, count: number) => [...text].slice(0, count).join('').trim();
