import { once } from 'node:events';
import type { PassThrough, Readable } from 'node:stream';
import { fontRuns } from './text.ts';

export type Doc = PDFKit.PDFDocument;
export type Style = { size: number; weight?: 400 | 600; mono?: boolean; colour: string };

/** The look's light tokens: paper is white. */
export const PAPER_COLOUR = {
  text: '#171717',
  second: '#484848',
  label: '#5c5c5c',
  warn: '#8f4a0c',
  tile: '#e0e0e0',
};
/** A PDF names the time it was made and an id made of it: a fixed one, or no two would be the same. */
export const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));
/** What may wait for a slow reader before drawing pauses. */
const WAITING_BYTES = 1024 * 1024;

/** Waits while the reader is behind. */
export async function readerOf(doc: Doc, out: PassThrough): Promise<void> {
  while (!out.destroyed && (doc as unknown as Readable).readableLength > WAITING_BYTES) {
    const stop = new AbortController();
    const ends = ['drain', 'close'].map((event) => once(out, event, { signal: stop.signal }));
    await Promise.race(ends);
    stop.abort();
    await Promise.allSettled(ends);
  }
}

/** Draws one line whose baseline starts at x, y; answers its width. */
export function drawText(doc: Doc, text: string, x: number, y: number, style: Style): number {
  let at = x;
  doc.fillColor(style.colour).fontSize(style.size);
  for (const run of fontRuns(text, style.weight ?? 400, style.mono ?? false)) {
    doc.font(run.path);
    doc.text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic' });
    at += doc.widthOfString(run.text);
  }
  return at - x;
}

export function widthOf(doc: Doc, text: string, style: Style): number {
  doc.fontSize(style.size);
  return fontRuns(text, style.weight ?? 400, style.mono ?? false).reduce(
    (width, run) => width + doc.font(run.path).widthOfString(run.text),
    0,
  );
}

/** Text cut to a width, ending in an ellipsis where it is. */
export function fitted(doc: Doc, text: string, style: Style, maxWidth: number): string {
  if (widthOf(doc, text, style) <= maxWidth) return text;
  const characters = [...text];
  let [low, high] = [0, characters.length];
  const cut = (count: number) => `${characters.slice(0, count).join('').trimEnd()}…`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(doc, cut(middle), style) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : cut(low);
}

/** A text in at most `maxLines` lines of a width; the last one ends in an ellipsis where there is more. */
export function wrapped(doc: Doc, text: string, style: Style, maxWidth: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    const isFull = lines.length === maxLines - 1;
    if (line === '' || isFull || widthOf(doc, longer, style) <= maxWidth) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  return lines.map((each) => fitted(doc, each, style, maxWidth));
}
