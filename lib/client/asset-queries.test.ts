import { describe, expect, it } from 'vitest';
import type { Asset } from '#lib/schemas/asset.ts';
import type { ManifestDetail, ManifestProgress } from '#lib/schemas/manifest.ts';
import {
  assetsToAnalyse,
  movedBy,
  movedOver,
  movedToEnd,
  withAsset,
  withOrder,
  withoutAssets,
  withProgress,
} from './asset-queries.ts';

const asset = (id: string, changes: Partial<Asset> = {}) =>
  ({ asset_id: id, name: id, analysis_state: 'none', reference_image_url: '/x', ...changes }) as Asset;
const detail = (...assets: Asset[]) =>
  ({ status: 'DRAFT', assets, asset_count: assets.length }) as unknown as ManifestDetail;
const ids = (d: ManifestDetail) => d.assets.map((a) => a.asset_id);

describe('assets in the cached manifest', () => {
  it('a new asset goes to the end and is counted', () => {
    const after = withAsset(detail(asset('a')), asset('b'));
    expect(ids(after)).toEqual(['a', 'b']);
    expect(after.asset_count).toBe(2);
  });

  it('a primary asset takes the mark from its group and from nobody else', () => {
    const before = detail(
      asset('mara', { is_primary: true, view_of_asset_id: null }),
      asset('side', { view_of_asset_id: 'mara' }),
      asset('tomas', { is_primary: true, view_of_asset_id: null }),
    );
    const after = withAsset(before, asset('side', { view_of_asset_id: 'mara', is_primary: true }));
    expect(after.assets.filter((a) => a.is_primary).map((a) => a.asset_id)).toEqual(['side', 'tomas']);
  });

  it('a changed asset stays in its place', () => {
    const after = withAsset(detail(asset('a'), asset('b')), asset('a', { name: 'new' }));
    expect(after.assets.map((a) => a.name)).toEqual(['new', 'b']);
  });

  it('deleted assets are no longer counted', () => {
    expect(withoutAssets(detail(asset('a'), asset('b')), new Set(['a']))).toMatchObject({ asset_count: 1 });
  });

  it('an asset that an order does not know stays at the end', () => {
    expect(ids(withOrder(detail(asset('new'), asset('a'), asset('b')), ['b', 'a']))).toEqual([
      'b',
      'a',
      'new',
    ]);
  });

  it('progress fills in state and score and leaves the texts alone', () => {
    const progress = {
      status: 'PROCESSING',
      progress: null,
      assets: [{ asset_id: 'b', analysis_state: 'done', analysis_error: null, quality_score: 8.1 }],
    } as unknown as ManifestProgress;
    const after = withProgress(detail(asset('a'), asset('b', { description: 'mine' })), progress);
    expect(after.status).toBe('PROCESSING');
    expect(after.assets[1]).toMatchObject({
      quality_score: 8.1,
      description: 'mine',
      analysis_state: 'done',
    });
    expect(after.assets[0]).toMatchObject({ analysis_state: 'none' });
  });

  it('analysing takes what is new or failed and has an image', () => {
    const assets = [
      asset('new'),
      asset('done', { analysis_state: 'done' }),
      asset('failed', { analysis_state: 'failed' }),
      asset('bare', { reference_image_url: null }),
    ];
    expect(assetsToAnalyse(assets).map((a) => a.asset_id)).toEqual(['new', 'failed']);
  });

  it.each([
    [1, 'acb'],
    [-1, 'bac'],
    [5, 'acb'],
    [-5, 'bac'],
  ])('moving b by %i stays inside the list', (by, expected) => {
    expect(movedBy(['a', 'b', 'c'], 'b', by).join('')).toBe(expected);
  });
});

describe('moving several images', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];

  it('they keep their own order and land where the other one is', () => {
    expect(movedOver(ids, new Set(['d', 'b']), 'e')).toEqual(['a', 'c', 'e', 'b', 'd']);
    expect(movedOver(ids, new Set(['c', 'e']), 'a')).toEqual(['c', 'e', 'a', 'b', 'd']);
    expect(movedOver(ids, new Set(['c', 'e']), 'c')).toEqual(ids);
  });

  it('go to either end together', () => {
    expect(movedToEnd(ids, new Set(['d', 'b']), 'first')).toEqual(['b', 'd', 'a', 'c', 'e']);
    expect(movedToEnd(ids, new Set(['d', 'b']), 'last')).toEqual(['a', 'c', 'e', 'b', 'd']);
  });
});
