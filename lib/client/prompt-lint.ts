import type { Asset } from '#lib/schemas/asset.ts';
import type { RetiredTag } from '#lib/schemas/film-plan.ts';
import { type PromptMentions, suggestFix } from './prompt-mentions.ts';

/** One thing to know about the mentions of a prompt. */
export type PromptNote =
  /** Nothing answers to it. */
  | { code: 'unknown-tag'; word: string; fix: Asset | null }
  /** The manifest had it once. `version`: the first one without it. */
  | { code: 'retired-tag'; word: string; version: number | null; fix: Asset | null }
  /** It cannot be shown. */
  | { code: 'no-image'; asset: Asset }
  /** Several assets are called so; the film takes `meant`. */
  | { code: 'same-name'; name: string; meant: Asset; others: Asset[] }
  /** The film leaves them out. `styles` are taken all the same. */
  | { code: 'not-mentioned'; assets: Asset[]; styles: Asset[] };

type LintInput = {
  mentions: PromptMentions;
  assets: readonly Asset[];
  /** As far as the server has told. */
  retired: readonly RetiredTag[];
};

/** What is odd about the mentions of a prompt, the worst first. */
export function lintPrompt({ mentions, assets, retired }: LintInput): PromptNote[] {
  const { unknown, unmentioned, styles } = mentions;
  return [
    ...unknown.map((word) => noteOnUnknown(word, { mentions, assets, retired })),
    ...notesOnImages(mentions),
    ...notesOnNames(mentions, assets),
    ...(unmentioned.length > 0 || styles.length > 0
      ? [{ code: 'not-mentioned' as const, assets: unmentioned, styles }]
      : []),
  ];
}

function noteOnUnknown(word: string, { mentions, assets, retired }: LintInput): PromptNote {
  const gone = retired.find((each) => each.manifest_tag === word.toUpperCase());
  const guess = suggestFix(word, mentions);
  if (!gone) return { code: 'unknown-tag', word, fix: guess };
  const heir = assets.find((asset) => asset.manifest_tag === gone.now);
  return { code: 'retired-tag', word, version: gone.version, fix: heir ?? guess };
}

const notesOnImages = ({ found, styles }: PromptMentions): PromptNote[] =>
  [...new Set([...found, ...styles])]
    .filter((asset) => asset.thumbnail_url === null)
    .map((asset) => ({ code: 'no-image', asset }));

/** Only where a name is written that several have: a tag is never in doubt. */
function notesOnNames({ places }: PromptMentions, assets: readonly Asset[]): PromptNote[] {
  const key = (asset: Asset) => asset.name.trim().toLowerCase();
  const named = new Map(
    places.filter((place) => place.kind === 'name').map(({ asset }) => [key(asset), asset]),
  );
  return [...named].flatMap(([name, meant]) => {
    // Views of one subject share its name, and the planner chooses among them.
    const leader = (asset: Asset) => asset.view_of_asset_id ?? asset.asset_id;
    const others = assets.filter((asset) => key(asset) === name && leader(asset) !== leader(meant));
    return others.length > 0 ? [{ code: 'same-name' as const, name: meant.name, meant, others }] : [];
  });
}

/** The prompt with every place that means an asset by its name changed to `@tag`. */
export function nameToTag(prompt: string, { places }: PromptMentions, meant: Asset, tag: string): string {
  let text = prompt;
  for (const { start, end, asset, kind } of places.toReversed())
    if (asset === meant && kind === 'name') text = `${text.slice(0, start)}@${tag}${text.slice(end)}`;
  return text;
}
