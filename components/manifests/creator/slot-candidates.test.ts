import { expect, it } from 'vitest';
import type { Asset } from '#lib/schemas/asset.ts';
import { slotCandidates } from './slot-candidates.ts';

const asset = (asset_id: string, changes: Partial<Asset> = {}) =>
  ({
    asset_id,
    manifest_tag: asset_id,
    name: asset_id,
    asset_type: 'CHARACTER',
    reference_image_url: '/x',
    view_of_asset_id: null,
    source_asset_id: null,
    ...changes,
  }) as Asset;
const mara = asset('mara');
const side = asset('side', { view_of_asset_id: 'mara' });
const assets = [
  asset('key', { asset_type: 'PROP' }),
  asset('tomas'),
  asset('tomas-side', { view_of_asset_id: 'tomas' }),
  asset('extra'),
  asset('crop', { source_asset_id: 'mara' }),
  asset('empty', { reference_image_url: null }),
  mara,
  side,
];
const ids = (held: Asset | null, query = '') =>
  slotCandidates(assets, mara, held, query).map((a) => a.asset_id);

it('offers its own group and crops first, then its type; never who leads others or has no image', () => {
  expect(ids(null)).toEqual(['crop', 'mara', 'side', 'tomas-side', 'extra', 'key']);
});

it('leaves out what the slot holds, and finds by name', () => {
  expect(ids(side, 'SIDE')).toEqual(['tomas-side']);
});

it('a view of a group offers what its leader would', () => {
  expect(slotCandidates(assets, side, null, 'mara').map((a) => a.asset_id)).toEqual(['mara']);
});
