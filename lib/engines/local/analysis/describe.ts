import { hexToOklab } from '../../../media/oklab.ts';
import type { AssetType, Bbox, Palette } from '../../../schemas/asset.ts';
import { colourName } from './colour-names.ts';
import type { Measures } from './measure.ts';

export type DescribeInput = {
  name: string;
  description: string;
  userTags: string[];
  assetType: AssetType;
  width: number;
  height: number;
  isCutOut: boolean;
  measures: Measures;
  palette: Palette;
  subject: Bbox;
};

const REFERENCE: Record<AssetType, string> = {
  CHARACTER: 'character reference',
  OBJECT: 'object reference',
  ENVIRONMENT: 'environment plate',
  PROP: 'prop reference',
  STYLE: 'style reference',
  OTHER: 'reference image',
};
const CUT_OUT: Record<AssetType, string> = {
  CHARACTER: 'character cut-out',
  OBJECT: 'object cut-out',
  ENVIRONMENT: 'environment cut-out',
  PROP: 'prop cut-out',
  STYLE: 'style cut-out',
  OTHER: 'cut-out',
};
const NAMED_COLOURS = 3;
/** A colour with less of the picture than this is not named. */
const NAMED_FROM = 0.04;
/** OKLab chroma below which a picture has no colour to speak of. */
const COLOURLESS = 0.008;

const listOf = (items: string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const upperFirst = (text: string) => (text === '' ? '' : (text[0] ?? '').toUpperCase() + text.slice(1));
/** "a" or "an" by the sound of the first letter; enough for the words used here. */
const article = (phrase: string) => (/^[aeiou]/i.test(phrase) ? 'an' : 'a');

function frame({ width, height }: DescribeInput): string {
  const ratio = width / height;
  if (ratio > 2) return 'very wide';
  if (ratio > 1.12) return 'wide';
  if (ratio > 0.89) return 'square';
  return ratio > 0.42 ? 'upright' : 'tall and narrow';
}

function key({ brightness, clippedLight }: Measures): { plain: string; prompt: string } {
  if (brightness < 0.18) return { plain: 'very dark', prompt: 'low-key light, deep shadow' };
  if (brightness < 0.4) return { plain: 'dark', prompt: 'low-key light' };
  if (brightness < 0.64) return { plain: 'evenly lit', prompt: 'even light' };
  if (brightness < 0.8 || clippedLight < 0.02) return { plain: 'bright', prompt: 'bright light' };
  return { plain: 'very bright', prompt: 'high-key light' };
}

function contrastWord(contrast: number): string {
  if (contrast < 0.25) return 'low';
  if (contrast < 0.5) return 'moderate';
  return contrast < 0.78 ? 'strong' : 'very strong';
}

function detail(blur: number): string {
  if (blur < 0.2) return 'crisp detail';
  if (blur < 0.42) return 'clear detail';
  return blur < 0.65 ? 'soft detail' : 'very soft detail';
}

function colourNames(palette: Palette): string[] {
  const names = palette.filter(({ share }) => share >= NAMED_FROM).map(({ hex }) => colourName(hex));
  return [...new Set(names)].slice(0, NAMED_COLOURS);
}

/** Warm or cool by where the colours lie between blue and yellow, weighted by their share. */
function temperature(palette: Palette): 'warm' | 'cool' | 'colourless' | null {
  let [chroma, warmth] = [0, 0];
  for (const { hex, share } of palette) {
    const [, a, b] = hexToOklab(hex);
    chroma += Math.hypot(a, b) * share;
    warmth += (b + 0.4 * a) * share;
  }
  if (chroma < COLOURLESS) return 'colourless';
  if (Math.abs(warmth) < 0.35 * chroma) return null;
  return warmth > 0 ? 'warm' : 'cool';
}

function colours({ palette }: DescribeInput): string {
  const names = colourNames(palette);
  const kind = temperature(palette);
  if (kind === 'colourless') return `Without colour: ${listOf(names)}.`;
  const tone = kind ? `, ${kind} on the whole` : '';
  const [first, ...others] = names;
  if (others.length === 0) return `Nearly all ${first}${tone}.`;
  return `Mostly ${first}, with ${listOf(others)}${tone}.`;
}

function place({ x, y, width, height }: Bbox): string {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const across = cx < 0.42 ? 'left of centre' : cx > 0.58 ? 'right of centre' : '';
  const down = cy < 0.4 ? 'high in the frame' : cy > 0.6 ? 'low in the frame' : '';
  if (across && down) return `${across}, ${down}`;
  return across || down || 'in the middle';
}

function subjectSentence({ subject, isCutOut }: DescribeInput): string {
  const percent = Math.round(subject.width * subject.height * 100);
  if (isCutOut) return `The ground is transparent; the box around it takes ${percent} % of the frame.`;
  if (percent > 75) return 'What stands out is spread over the whole frame.';
  return `What stands out lies ${place(subject)}, about ${percent} % of the frame.`;
}

/** The user's text as clauses of a prompt: nothing is left out. */
function clauseOf(text: string, name: string): string {
  const sentences = text
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((sentence) => sentence.trim().replace(/[.!?;,]+$/, ''))
    .filter(Boolean);
  return sentences.map((sentence) => inner(sentence, name)).join(', ');
}

/** A sentence as it reads inside another: small first letter, but for initials and words of the name. */
function inner(sentence: string, name: string): string {
  const word = /^[\p{L}\p{N}’'-]+/u.exec(sentence)?.[0] ?? '';
  const isName =
    name.toLowerCase().split(/\s+/).includes(word.toLowerCase()) || /\p{Lu}/u.test(word.slice(1));
  return isName ? sentence : (sentence[0] ?? '').toLowerCase() + sentence.slice(1);
}

/** Says in plain English what was measured, under the name the user gave. It claims to recognise nothing. */
export function describeImage(input: DescribeInput): string {
  const { measures, name, width, height } = input;
  const kind = input.isCutOut ? CUT_OUT[input.assetType] : REFERENCE[input.assetType];
  const picture = `${frame(input)} ${kind}`;
  const looks = `${key(measures).plain}, with ${contrastWord(measures.contrast)} contrast and ${detail(measures.blur)}`;
  const first = `${upperFirst(name)}: ${article(picture)} ${picture}, ${width} × ${height} px, ${looks}.`;
  return [first, colours(input), subjectSentence(input)].join(' ');
}

/** A prompt for a picture like this one, of the user's words and of what was measured. */
export function reversePrompt(input: DescribeInput): string {
  const { measures, palette } = input;
  const names = colourNames(palette);
  const tone = temperature(palette);
  const tags = input.userTags.filter((tag) => !input.description.toLowerCase().includes(tag.toLowerCase()));
  const parts = [
    input.name,
    clauseOf(input.description, input.name),
    ...tags,
    REFERENCE[input.assetType],
    input.isCutOut ? 'isolated on a plain ground' : `${frame(input)} frame`,
    key(measures).prompt,
    `${contrastWord(measures.contrast)} contrast`,
    tone === 'colourless' ? 'black and white' : `${tone ? `${tone} ` : ''}palette of ${listOf(names)}`,
    detail(measures.blur),
  ];
  return parts.filter(Boolean).join(', ');
}
