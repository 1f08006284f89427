import { wordsOf } from '../../../manifests/prompt-words.ts';
import type { SnapshotAsset } from '../../../schemas/snapshot.ts';

const known = new WeakMap<SnapshotAsset, ReadonlySet<string>>();

/** All that the texts of an asset say about it. */
export const describes = (asset: SnapshotAsset) =>
  `${asset.name} ${asset.description} ${asset.user_tags.join(' ')} ${asset.visual_description ?? ''}`;

/** The words of the texts of an asset, split once. */
export function describedWords(asset: SnapshotAsset): ReadonlySet<string> {
  const words = known.get(asset) ?? new Set(wordsOf(describes(asset)));
  known.set(asset, words);
  return words;
}
