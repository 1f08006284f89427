import type { SearchMatch } from '../schemas/search-match.ts';
import { excerpt } from './excerpt.ts';
import { joinRanges, matchWords, type Range } from './match-ranges.ts';

export type SearchedAsset = NonNullable<SearchMatch['asset']> & { user_tags: string[] };
export type SearchedManifest = {
  name: string;
  description: string;
  tags: string[];
  /** Those that may match; others need not be here. */
  assets: SearchedAsset[];
};

/** Words of the search that nothing shown yet explains. Words that are there as written explain better. */
type Open = Map<string, 'nothing' | 'similar'>;

/**
 * Why a search found this manifest: the fewest texts that between them show every word, the name first, then tags,
 * assets and the description. `words` as `queryWords` gives them.
 */
export function manifestMatches(manifest: SearchedManifest, words: string[]): SearchMatch[] {
  const open: Open = new Map(words.map((word) => [word, 'nothing']));
  const matches: SearchMatch[] = [];
  const look = (field: SearchMatch['field'], text: string, asset: SearchedAsset | null = null) => {
    if (open.size === 0) return;
    const ranges = explains(text, words, open);
    if (!ranges) return;
    const shown = field === 'description' ? excerpt(text, ranges) : { text, ranges };
    matches.push({ field, ...shown, asset: asset && named(asset) });
  };
  look('name', manifest.name);
  for (const tag of manifest.tags) look('tag', tag);
  for (const asset of manifest.assets) for (const text of assetTexts(asset)) look('asset', text, asset);
  look('description', manifest.description);
  return matches;
}

/** Why a search found an asset. */
export function assetMatches(asset: SearchedAsset, words: string[]): SearchMatch[] {
  return manifestMatches({ name: '', description: '', tags: [], assets: [asset] }, words);
}

const assetTexts = (asset: SearchedAsset) => [asset.name, asset.manifest_tag, ...asset.user_tags];

/** What an answer names of it; the rows of a search hold more. */
const named = ({ asset_id, manifest_tag, name, asset_type }: SearchedAsset) => ({
  asset_id,
  manifest_tag,
  name,
  asset_type,
});

/** The marks of a text that shows a word not shown yet, of all words; null when it shows none. */
function explains(text: string, words: string[], open: Open): Range[] | null {
  const found = matchWords(text, words);
  const news = found.filter(({ word, isWritten }) =>
    isWritten ? open.has(word) : open.get(word) === 'nothing',
  );
  if (news.length === 0) return null;
  for (const { word, isWritten } of news) {
    if (isWritten) open.delete(word);
    else open.set(word, 'similar');
  }
  return joinRanges(found.flatMap(({ ranges }) => ranges));
}
