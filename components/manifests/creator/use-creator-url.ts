'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { ASSET_TYPES } from '#lib/schemas/asset.ts';
import { ASSET_STATES } from './asset-filter.ts';

export const STEPS = ['upload', 'process', 'review'] as const;
export type Step = (typeof STEPS)[number];
export const VIEWS = ['sheet', 'image'] as const;
export type View = (typeof VIEWS)[number];

/** What of the page lives in its URL: `?step=`, `?view=`, the selected `?asset=`, and a review's filter. */
export function useCreatorUrl() {
  return useQueryStates(
    {
      step: parseAsStringLiteral(STEPS),
      view: parseAsStringLiteral(VIEWS),
      asset: parseAsString,
      type: parseAsStringLiteral(ASSET_TYPES),
      show: parseAsStringLiteral(ASSET_STATES),
    },
    { history: 'replace' },
  );
}
