import { ASSET_TYPES, TAG_PREFIX } from '../schemas/asset.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';

const PREFIXES = Object.values(TAG_PREFIX);
/** A tag with the usual slips: another case, no underscore, a zero too few or too many, the type written out. */
const LOOSE_TAG = /^[[\s@]*(\p{L}+)[\s_-]*0*(\d{1,6})[\]\s]*$/u;

/** The tag that was meant, in the writing of the product: "char-1" → "CHAR_01"; null for what is no tag. */
function asTag(written: string): string | null {
  const [, word = '', number = ''] = LOOSE_TAG.exec(written) ?? [];
  const upper = word.toUpperCase();
  const type = ASSET_TYPES.find((t) => t === upper || `${t}S` === upper);
  const prefix =
    PREFIXES.find((p) => p === upper || `${p}S` === upper) ?? (type ? TAG_PREFIX[type] : undefined);
  return prefix ? `${prefix}_${number.padStart(2, '0')}` : null;
}

const folded = (text: string) => text.trim().replace(/^@/, '').toLowerCase();

/** The only one of a name, or null: between two of a name there is no guessing. */
function byName(name: string, assets: readonly SnapshotAsset[]): SnapshotAsset | null {
  if (folded(name) === '') return null;
  const [only, ...more] = assets.filter((a) => folded(a.name) === folded(name));
  return only && more.length === 0 ? only : null;
}

/**
 * The asset that a written tag means: itself, the tag with a slip in its writing, or, where a tag is gone, the one
 * that has its name now. null when nothing obvious is meant.
 */
export function matchTag(
  written: string,
  name: string,
  assets: readonly SnapshotAsset[],
): SnapshotAsset | null {
  const exact = assets.find((a) => a.manifest_tag === written);
  if (exact) return exact;
  const tag = asTag(written);
  return assets.find((a) => a.manifest_tag === tag) ?? byName(name, assets) ?? byName(written, assets);
}
