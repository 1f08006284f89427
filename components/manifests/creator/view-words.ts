import { ASSET_VIEWS, type AssetView } from '#lib/schemas/asset.ts';

export const VIEW_WORDS: Record<AssetView, string> = {
  front: 'Front',
  three_quarter: 'Three-quarter',
  side: 'Side',
  full_body: 'Full body',
};

export const VIEW_OPTIONS = ASSET_VIEWS.map((view) => ({ value: view, label: VIEW_WORDS[view] }));
