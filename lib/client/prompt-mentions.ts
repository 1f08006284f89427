import { findMentions as findPlanned, type MentionKind, writtenTags } from '#lib/manifests/mentions.ts';
import { type Asset, MANIFEST_TAG } from '#lib/schemas/asset.ts';

const WHOLE_TAG = new RegExp(`^${MANIFEST_TAG}$`);

/** A place of the prompt that means an asset. */
export type MentionPlace = { start: number; end: number; asset: Asset; kind: MentionKind };

export type PromptMentions = {
  /** In the order of the prompt. */
  places: MentionPlace[];
  /** In the order of their first mention. */
  found: Asset[];
  /** Tags and `@words` of the prompt that no asset answers to, once each. */
  unknown: string[];
  /** STYLE assets are not listed here: they set the look of every scene without being named. */
  unmentioned: Asset[];
  styles: Asset[];
};

const AT_WORD = /(?<![\p{L}\p{N}_@])@([\p{L}\p{N}][\p{L}\p{N}_-]*)/gu;

/** Which assets a prompt mentions, read by the storyboard's own planner, and what it mentions in vain. */
export function findMentions(prompt: string, assets: readonly Asset[]): PromptMentions {
  const byTag = new Map(assets.map((asset) => [asset.manifest_tag, asset]));
  const tagOf = new Map(assets.map((asset) => [asset.asset_id, asset.manifest_tag]));
  const planned = findPlanned(
    prompt,
    assets.map(({ view: _, view_of_asset_id: leader, ...asset }) => {
      const viewOf = leader && tagOf.get(leader);
      return { ...asset, original_hash: null, ...(viewOf && { view_of: viewOf }) };
    }),
  );
  const places = planned.flatMap(({ start, end, kind, asset: { manifest_tag } }) => {
    const asset = byTag.get(manifest_tag);
    return asset ? [{ start, end, kind, asset }] : [];
  });
  const found = [...new Set(places.map((place) => place.asset))];
  const subjectOf = (asset: Asset) => tagOf.get(asset.view_of_asset_id ?? '') ?? asset.manifest_tag;
  const shown = new Set(found.map(subjectOf));
  return {
    places,
    found,
    unknown: unknownWords(prompt, assets),
    unmentioned: assets.filter((asset) => asset.asset_type !== 'STYLE' && !shown.has(subjectOf(asset))),
    styles: assets.filter((asset) => asset.asset_type === 'STYLE'),
  };
}

/** The asset that a mention in vain may have meant: alike in name, or else the first of its series not yet used. */
export function suggestFix(unknown: string, { unmentioned }: PromptMentions): Asset | null {
  const alike = suggestMentions(unknown.slice(0, 4), unmentioned, 1)[0];
  const tag = unknown.toUpperCase();
  if (WHOLE_TAG.test(tag))
    return unmentioned.find((asset) => asset.manifest_tag.split('_')[0] === tag.split('_')[0]) ?? null;
  return alike ?? null;
}

/** The prompt with every place of a mention in vain changed to `@tag`. */
export function replaceMention(prompt: string, unknown: string, tag: string): string {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])@?${unknown}(?![\\p{L}\\p{N}_])`, 'gu');
  return prompt.replace(pattern, `@${tag}`);
}

function unknownWords(prompt: string, assets: readonly Asset[]): string[] {
  const tags = new Set(assets.map((asset) => asset.manifest_tag));
  const unknown = new Set<string>();
  for (const tag of writtenTags(prompt)) if (!tags.has(tag.toUpperCase())) unknown.add(tag);
  const known = assets.flatMap((asset) => [asset.manifest_tag, asset.name, ...asset.user_tags]);
  for (const match of prompt.matchAll(AT_WORD)) {
    const word = match[1] ?? '';
    // At the very end it may still be typed.
    if (match.index + match[0].length === prompt.length) continue;
    const after = prompt.slice(match.index + 1).toLowerCase();
    const answers = known.some((each) => each !== '' && after.startsWith(each.toLowerCase()));
    if (!answers && !unknown.has(word)) unknown.add(word);
  }
  return [...unknown];
}

export type MentionQuery = { /** Index of the `@`. */ from: number; text: string };

/** The mention being typed at the caret: what stands between an `@` and the caret; null when there is none. */
export function mentionAt(prompt: string, caret: number): MentionQuery | null {
  const match = /(?<![\p{L}\p{N}_@])@([\p{L}\p{N}_-]{0,40})$/u.exec(prompt.slice(0, caret));
  return match ? { from: match.index, text: match[1] ?? '' } : null;
}

/** Assets that a half-typed mention may mean, best first: tag or name begins with it, a word does, it is inside. */
export function suggestMentions(text: string, assets: readonly Asset[], limit = 6): Asset[] {
  const wanted = text.toLowerCase();
  const rank = (asset: Asset): number => {
    const name = asset.name.toLowerCase();
    if (asset.manifest_tag.toLowerCase().startsWith(wanted) || name.startsWith(wanted)) return 0;
    if (name.split(/\s+/).some((word) => word.startsWith(wanted))) return 1;
    if (asset.user_tags.some((tag) => tag.toLowerCase().startsWith(wanted))) return 2;
    if (asset.description.toLowerCase().includes(wanted)) return 3;
    return Number.POSITIVE_INFINITY;
  };
  return assets
    .map((asset) => ({ asset, rank: rank(asset) }))
    .filter((entry) => Number.isFinite(entry.rank))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map((entry) => entry.asset);
}
