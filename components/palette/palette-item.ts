import type { ReactNode } from 'react';
import { fold } from '#lib/search/fold.ts';
import { joinRanges, matchWords, type Range } from '#lib/search/match-ranges.ts';
import { queryWords } from '#lib/search/words.ts';

/** One row of the palette: it goes somewhere or does something. */
export type PaletteItem = {
  id: string;
  label: string;
  ranges: Range[];
  /** Beside the label, quieter. */
  note?: ReactNode;
  /** At the end of the row. */
  end?: ReactNode;
  /** A picture of the store, a sign, or a place where a picture will be. */
  picture: { url: string | null } | { icon: ReactNode };
} & ({ href: string; isDownload?: boolean } | { run: () => void });

export type PaletteGroup = { label: string; items: PaletteItem[] };

/** The actions a search means: those whose label holds all its words, marked; all of them without a search. */
export function findActions(actions: PaletteItem[], q: string): PaletteItem[] {
  const words = queryWords(fold(q));
  if (words.length === 0) return actions;
  return actions.flatMap((action) => {
    const found = matchWords(action.label, words);
    if (found.length < words.length) return [];
    return { ...action, ranges: joinRanges(found.flatMap(({ ranges }) => ranges)) };
  });
}

/** The row `by` rows from this one, around both ends. */
export function stepFrom(items: PaletteItem[], activeId: string | undefined, by: number): PaletteItem | null {
  const at = items.findIndex(({ id }) => id === activeId);
  return items.at((at + by) % items.length) ?? null;
}
