import { ASSET_LIMITS, ASSET_TYPES, type AssetType, TAG_PREFIX } from '../schemas/asset.ts';
import { firstCodePoints, isLine } from '../schemas/text-rules.ts';

const LABEL_MAX = 255;
/** What a label never holds: controls, separators of lines, byte-order mark, bidirectional marks. */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const EXTENSION = /\.(png|jpe?g|jpe|jfif|webp|gif|tiff?|avif|heic|bmp|svg)$/i;
/** `character-`, `env_`, `CHAR_01-`, `prop 2 `: a type word, perhaps a number, and a separator or the end. */
const TYPE_WORDS: Record<string, AssetType> = {
  character: 'CHARACTER',
  characters: 'CHARACTER',
  environment: 'ENVIRONMENT',
  location: 'ENVIRONMENT',
  object: 'OBJECT',
  ...Object.fromEntries(ASSET_TYPES.map((type) => [TAG_PREFIX[type].toLowerCase(), type])),
};
const TYPE_PREFIX = new RegExp(
  `^(${Object.keys(TYPE_WORDS).join('|')})(?:[-_ .]+[0-9]{1,4})?(?:[-_ .]+|$)`,
  'i',
);

/**
 * The label kept of a file's name: its last part, well-formed, NFC, without controls, 255 code points at most.
 * null for a name of which nothing stays. It never becomes part of a path.
 */
export function cleanFileName(raw: string | null | undefined): string | null {
  if (!raw) return null;
  const last = raw.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const label = firstCodePoints(last.replace(FORBIDDEN, '').normalize('NFC').trim(), LABEL_MAX);
  return /^\.*$/.test(label) ? null : label;
}

/** The type that a file's name announces by its first word, such as `env-harbour.jpg` or `CHAR_01-mara.png`. */
export function typeFromFile(fileName: string): AssetType | null {
  const label = cleanFileName(fileName)?.replace(EXTENSION, '') ?? '';
  const word = TYPE_PREFIX.exec(label)?.[1];
  return word ? (TYPE_WORDS[word.toLowerCase()] ?? null) : null;
}

/** A name for people from a file's name: `PROP_03-oil-can.png` becomes "Oil can". "Untitled" where no name is left. */
export function nameFromFile(fileName: string): string {
  const label = cleanFileName(fileName)?.replace(EXTENSION, '') ?? '';
  const bare = label.replace(TYPE_PREFIX, '') || label;
  const words = bare.replace(/[-_.+\s]+/g, ' ').trim();
  const short = firstCodePoints(words, ASSET_LIMITS.name);
  if (!isLine(short, ASSET_LIMITS.name)) return 'Untitled';
  const [first = '', ...rest] = short;
  return first.toUpperCase() + rest.join('');
}
