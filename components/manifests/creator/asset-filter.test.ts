import { describe, expect, it } from 'vitest';
import type { Asset } from '#lib/schemas/asset.ts';
import { countFilters, filterAssets } from './asset-filter.ts';

const asset = (asset_id: string, changes: Partial<Asset> = {}) =>
  ({
    asset_id,
    asset_type: 'PROP',
    reference_image_url: '/x',
    analysis_state: 'done',
    quality_score: 8,
    description: 'Brass.',
    ...changes,
  }) as Asset;
const assets = [
  asset('good'),
  asset('weak', { quality_score: 5.9, asset_type: 'CHARACTER' }),
  asset('new', { analysis_state: 'none', quality_score: null }),
  asset('failed', { analysis_state: 'failed', quality_score: null }),
  asset('bare', { description: ' ' }),
  asset('empty', { analysis_state: 'none', quality_score: null, reference_image_url: null }),
];
const ids = (
  type: Asset['asset_type'] | null,
  show: Parameters<typeof filterAssets>[1]['show'],
  open: string | null = null,
) => filterAssets(assets, { type, show }, open).map((each) => each.asset_id);

describe('the filter of a review', () => {
  it('shows what it names', () => {
    expect(ids(null, 'weak')).toEqual(['weak']);
    expect(ids(null, 'new')).toEqual(['new']);
    expect(ids(null, 'failed')).toEqual(['failed']);
    expect(ids(null, 'bare')).toEqual(['bare']);
    expect(ids('CHARACTER', null)).toEqual(['weak']);
    expect(ids('CHARACTER', 'bare')).toEqual([]);
  });

  it('keeps the open image, which stops to match while it is mended', () => {
    expect(ids(null, 'bare', 'good')).toEqual(['good', 'bare']);
  });

  it('counts each choice beside the other one', () => {
    expect(countFilters(assets, { type: 'PROP', show: 'weak' })).toEqual({
      all: 5,
      types: { CHARACTER: 1 },
      states: { weak: 0, new: 1, failed: 1, bare: 1 },
    });
  });
});
