import { AppError } from '../errors.ts';
import { ASSET_LIMITS } from '../schemas/asset.ts';

/** What a person wrote about an image; null: nothing, or the analysis did. */
export type OwnTexts = {
  description: string;
  userTags: string[];
  reversePrompt: string | null;
  visualDescription: string | null;
};

/**
 * What a person wrote about several images, for the one that stays: tags joined, texts one under the other unless one
 * already says it. Doing it twice changes nothing more.
 * @throws AppError validation-failed when it is more than one image holds
 */
export function mergedTexts(best: OwnTexts, others: readonly OwnTexts[]): OwnTexts {
  const all = [best, ...others];
  return {
    description: joined(all.map((texts) => texts.description)) ?? '',
    userTags: joinedTags(all.flatMap((texts) => texts.userTags)),
    reversePrompt: joined(all.map((texts) => texts.reversePrompt)),
    visualDescription: joined(all.map((texts) => texts.visualDescription)),
  };
}

function joined(texts: readonly (string | null)[]): string | null {
  const text = texts.reduce<string>((sum, next) => {
    if (!next || sum.includes(next)) return sum;
    return next.includes(sum) ? next : `${sum}\n\n${next}`;
  }, '');
  if ([...text].length > ASSET_LIMITS.description)
    throw new AppError('validation-failed', {
      detail: `Together the texts are longer than ${ASSET_LIMITS.description} characters. Shorten one, then merge.`,
    });
  return text || null;
}

function joinedTags(tags: readonly string[]): string[] {
  const byName = new Map<string, string>();
  for (const tag of tags) if (!byName.has(tag.toLowerCase())) byName.set(tag.toLowerCase(), tag);
  if (byName.size > ASSET_LIMITS.userTags)
    throw new AppError('validation-failed', {
      detail: `Together they have more than ${ASSET_LIMITS.userTags} tags. Remove some, then merge.`,
    });
  return [...byName.values()];
}
