import { type TextStyle, textWidth } from './text.ts';

/**
 * Breaks a text into at most `maxLines` lines of `maxWidth` pixels. What does not fit stays on the last line, for
 * `textToSvgPath` to cut with an ellipsis; so does a word that is wider than a line.
 */
export function wrapLines(text: string, style: TextStyle, maxWidth: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter(Boolean);
  for (const [i, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (line === '' || textWidth(longer, style) <= maxWidth) {
      line = longer;
      continue;
    }
    if (lines.length === maxLines - 1) return [...lines, `${line} ${words.slice(i).join(' ')}`];
    lines.push(line);
    line = word;
  }
  return line ? [...lines, line] : lines;
}
