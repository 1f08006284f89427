import { TAG_PREFIX } from '../schemas/asset.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';
import { matchTag } from './match-tag.ts';

/** `tag`: what was read instead; null: nothing is meant by it. */
export type PromptRepair = { said: string; did: string; tag: string | null };

/** What looks like a tag in a prompt, with the slips that people make. */
const WRITTEN_TAG = new RegExp(
  `(?<![\\p{L}\\p{N}_.@])(?:\\[@?(?:${Object.values(TAG_PREFIX).join('|')})[_-]?\\d{1,6}\\]|@?(?:${Object.values(TAG_PREFIX).join('|')})[_-]\\d{1,6}|@(?:${Object.values(TAG_PREFIX).join('|')})\\d{1,6})(?![\\p{L}\\p{N}_])`,
  'giu',
);

/** The prompt with slips in tags mended, and every tag that was mended or that no asset has. */
export function repairPrompt(
  prompt: string,
  assets: readonly SnapshotAsset[],
): { prompt: string; repairs: PromptRepair[] } {
  const repairs = new Map<string, PromptRepair>();
  const mended = prompt.replace(WRITTEN_TAG, (said) => {
    const bare = said.replace(/[[\]@]/g, '');
    if (assets.some((a) => a.manifest_tag === bare.toUpperCase())) return said;
    const asset = matchTag(bare, '', assets);
    const did = asset
      ? `Read as ${asset.manifest_tag}, ${asset.name}.`
      : assets.length > 0
        ? `No reference has this tag. It stays as words.`
        : 'The film has no manifest. It stays as words.';
    repairs.set(said, { said, did, tag: asset?.manifest_tag ?? null });
    return asset ? `@${asset.manifest_tag}` : said;
  });
  return { prompt: mended, repairs: [...repairs.values()] };
}
