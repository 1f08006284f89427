import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Font, type PathCommand, parse } from 'opentype.js/dist/opentype.mjs';

export type TextStyle = {
  /** Font size in pixels. */
  size: number;
  weight?: 400 | 500 | 600;
  mono?: boolean;
  /** Pixels; longer text is cut and ends in an ellipsis. */
  maxWidth?: number;
  /** Extra space after each letter, in em. */
  tracking?: number;
};

export type TextPath = {
  /** The `d` of an SVG path whose baseline starts at 0,0. Empty for text without ink. */
  path: string;
  /** Advance width in pixels. */
  width: number;
};

/** Geist ships in subsets; a character is drawn from the first one that has it. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const ELLIPSIS = '…';
const PRECISION = 2;
/** Drawn where no face has the character: a box of the height of a capital. */
const MISSING = { left: 0.08, right: 0.52, top: 0.7, line: 0.05, advance: 0.6 };

const fonts = new Map<string, Font>();

function fontFile(subset: string, weight: number, mono: boolean): string {
  const family = mono ? 'geist-mono' : 'geist';
  const name = `${family}-${subset}-${weight}-normal.woff`;
  return join(process.cwd(), 'node_modules', '@fontsource', family, 'files', name);
}

function face(subset: string, weight: number, mono: boolean): Font {
  const name = fontFile(subset, weight, mono);
  const known = fonts.get(name);
  if (known) return known;
  const bytes = readFileSync(fontFile(subset, weight, mono));
  const font = parse(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  fonts.set(name, font);
  return font;
}

const subsetOf = (character: string, weight: number, mono: boolean) =>
  SUBSETS.find((subset) => face(subset, weight, mono).charToGlyphIndex(character) > 0);

function faceOf(character: string, weight: number, mono: boolean): Font | null {
  const subset = subsetOf(character, weight, mono);
  return subset ? face(subset, weight, mono) : null;
}

/** Text in runs, each with the font file that has its characters; what none has is left to the first. */
export function fontRuns(text: string, weight: number, mono: boolean): { path: string; text: string }[] {
  const runs: { path: string; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const path = fontFile(subsetOf(character, weight, mono) ?? 'latin', weight, mono);
    const last = runs.at(-1);
    if (last?.path === path) last.text += character;
    else runs.push({ path, text: character });
  }
  return runs;
}

/** Characters with their face, in runs that one face can draw with its kerning. */
function runsOf(text: string, weight: number, mono: boolean): { font: Font | null; text: string }[] {
  const runs: { font: Font | null; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const font = faceOf(character, weight, mono);
    const last = runs.at(-1);
    if (last && last.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

function missingBox(x: number, size: number): string {
  const [l, r, t, w] = [MISSING.left, MISSING.right, MISSING.top, MISSING.line].map((v) => v * size) as [
    number,
    number,
    number,
    number,
  ];
  const at = (dx: number, y: number) => `${(x + dx).toFixed(PRECISION)} ${y.toFixed(PRECISION)}`;
  const outer = `M${at(l, 0)}L${at(r, 0)}L${at(r, -t)}L${at(l, -t)}Z`;
  const inner = `M${at(l + w, -w)}L${at(l + w, w - t)}L${at(r - w, w - t)}L${at(r - w, -w)}Z`;
  return outer + inner;
}

/** `toPathData` of opentype.js 2.0 writes NaN for numbers next to zero, so the commands are written here. */
function pathData(commands: PathCommand[]): string {
  const point = (x: number, y: number) => `${x.toFixed(PRECISION)} ${y.toFixed(PRECISION)}`;
  return commands
    .map((c) => {
      if (c.type === 'Z') return 'Z';
      const first = c.type === 'Q' || c.type === 'C' ? `${point(c.x1, c.y1)} ` : '';
      const second = c.type === 'C' ? `${point(c.x2, c.y2)} ` : '';
      return `${c.type}${first}${second}${point(c.x, c.y)}`;
    })
    .join('');
}

function draw(text: string, style: TextStyle): TextPath {
  const { size, weight = 400, mono = false, tracking = 0 } = style;
  let x = 0;
  let path = '';
  for (const run of runsOf(text, weight, mono)) {
    if (!run.font) {
      for (const _ of run.text) {
        path += missingBox(x, size);
        x += (MISSING.advance + tracking) * size;
      }
      continue;
    }
    const options = { kerning: !mono, letterSpacing: tracking };
    path += pathData(run.font.getPath(run.text, x, 0, size, options).commands);
    x += run.font.getAdvanceWidth(run.text, size, options);
  }
  return { path, width: x };
}

/** Advance width of the text in pixels. */
export const textWidth = (text: string, style: TextStyle): number => draw(text, style).width;

/**
 * One line of text as an SVG path in Geist, so that a picture with text is the same on every machine.
 * Characters that Geist has not are drawn as an empty box; with `maxWidth` the text is cut to fit.
 */
export function textToSvgPath(text: string, style: TextStyle): TextPath {
  const whole = draw(text, style);
  if (style.maxWidth === undefined || whole.width <= style.maxWidth) return whole;
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  const cut = (count: number) => draw(characters.slice(0, count).join('').trimEnd() + ELLIPSIS, style);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (cut(middle).width <= style.maxWidth) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? draw('', style) : cut(low);
}
