import type { Range } from './match-ranges.ts';

const BEFORE = 32;
const LENGTH = 120;

/** What of a long text surrounds its first mark, on one line, with the marks where they now are. */
export function excerpt(text: string, ranges: Range[]): { text: string; ranges: Range[] } {
  const line = text.replace(/[\n\r\t]/g, ' ');
  if (line.length <= LENGTH) return { text: line, ranges };
  const first = ranges[0]?.[0] ?? 0;
  const start = first <= BEFORE ? 0 : wordAfter(line, first - BEFORE, first);
  const end = inside(line, Math.min(line.length, start + LENGTH));
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  return {
    text: `${lead}${line.slice(start, end)}${end < line.length ? '…' : ''}`,
    ranges: ranges
      .filter(([from]) => from >= start && from < end)
      .map(([from, to]) => [from + shift, Math.min(to, end) + shift]),
  };
}

/** The beginning of the first word from `from` on; `latest` when there is none before it. */
function wordAfter(text: string, from: number, latest: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space >= latest ? latest : space + 1;
}

/** Not between the two halves of one character. */
const inside = (text: string, at: number) => (/[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at - 1 : at);
