import { expect, it } from 'vitest';
import type { Asset } from '#lib/schemas/asset.ts';
import { keyAssets, manifestQuality } from './manifest-quality.ts';

const asset = (tag: string, more: Partial<Asset> = {}) =>
  ({
    manifest_tag: tag,
    is_primary: false,
    view_of_asset_id: null,
    sort_order: 0,
    quality_score: null,
    quality_reasons: null,
    ...more,
  }) as Asset;
const reason = (advice: string | null, score: number) => ({ advice, score }) as never;

it('the quality of a manifest is the mean of its analysed images, with the weakest and its worst reason', () => {
  const weak = asset('B', {
    quality_score: 4,
    quality_reasons: [reason('soft: blur 0.42', 0.4), reason('narrow: 480 px', 0.1), reason(null, 0)],
  });
  expect(manifestQuality([asset('A', { quality_score: 8 }), weak, asset('C')])).toEqual({
    average: 6,
    weakest: { asset: weak, score: 4, reason: 'narrow: 480 px' },
  });
  expect(manifestQuality([asset('A', { quality_score: 9 })])?.weakest.reason).toBeNull();
  expect(manifestQuality([asset('C')])).toBeNull();
});

it('a manifest is known by its primary assets first, and by views of a subject last', () => {
  const assets = [
    asset('VIEW', { view_of_asset_id: 'A', sort_order: 0 }),
    asset('LATE', { sort_order: 3 }),
    asset('EARLY', { sort_order: 1 }),
    asset('PRIMARY', { is_primary: true, sort_order: 9 }),
  ];
  expect(keyAssets(assets, 3).map((each) => each.manifest_tag)).toEqual(['PRIMARY', 'EARLY', 'LATE']);
});
