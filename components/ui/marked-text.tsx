import type { Range } from '#lib/search/match-ranges.ts';
import classes from './marked-text.module.css';

/** A text with what a search found in it marked. `ranges` lie in it, in order. */
export function MarkedText({ text, ranges }: { text: string; ranges: Range[] }) {
  const parts = ranges.map(([start, end], index) => ({
    start,
    before: text.slice(ranges[index - 1]?.[1] ?? 0, start),
    marked: text.slice(start, end),
  }));
  return (
    <>
      {parts.map(({ start, before, marked }) => (
        <span key={start}>
          {before}
          <mark className={classes.mark}>{marked}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}
