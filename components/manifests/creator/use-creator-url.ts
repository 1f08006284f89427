'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

export const STEPS = ['upload', 'process', 'review'] as const;
export type Step = (typeof STEPS)[number];
export const VIEWS = ['sheet', 'image'] as const;
export type View = (typeof VIEWS)[number];

/** What of the page lives in its URL: `?step=`, `?view=` and the selected `?asset=`. */
export function useCreatorUrl() {
  return useQueryStates(
    {
      step: parseAsStringLiteral(STEPS),
      view: parseAsStringLiteral(VIEWS),
      asset: parseAsString,
    },
    { history: 'replace' },
  );
}
