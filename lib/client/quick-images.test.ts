import { describe, expect, it } from 'vitest';
import type { AssetType } from '#lib/schemas/asset.ts';
import { assetSchema } from '#lib/schemas/asset.ts';
import {
  moved,
  type QuickImageItem,
  quickAssets,
  quickFormData,
  quickTags,
  roomFor,
} from './quick-images.ts';

const item = (id: string, type: AssetType, more: Partial<QuickImageItem> = {}): QuickImageItem => ({
  id,
  file: new File([id], `${id}.png`, { type: 'image/png' }),
  url: `blob:${id}`,
  width: 90,
  height: 160,
  name: id,
  type,
  isTypeChosen: false,
  problem: null,
  ...more,
});

describe('the images of a quick upload', () => {
  it('are tagged by type in their order; what cannot be sent has no tag', () => {
    const items = [
      item('mara', 'CHARACTER'),
      item('note', 'PROP', { problem: 'This is a PDF.' }),
      item('pier', 'ENVIRONMENT'),
      item('tomas', 'CHARACTER'),
      item('late', 'CHARACTER', { url: null }),
    ];
    expect([...quickTags(items)]).toEqual([
      ['mara', 'CHAR_01'],
      ['pier', 'ENV_01'],
      ['tomas', 'CHAR_02'],
    ]);
    const first = ['tomas', 'tomas'].reduce((list, id) => moved(list, id, -1), items);
    expect(quickTags(first).get('mara')).toBe('CHAR_01');
    expect(quickTags(moved(first, 'tomas', -1)).get('mara')).toBe('CHAR_02');
  });

  it('stand in as assets of a manifest', () => {
    const [asset] = quickAssets([item('019c0000-0000-7000-8000-000000000000', 'CHARACTER', { name: ' ' })]);
    expect(asset).toMatchObject({ manifest_tag: 'CHAR_01', name: 'Untitled' });
    expect(assetSchema.safeParse({ ...asset, manifest_id: asset?.asset_id }).success).toBe(true);
  });

  it('move by one place and no further than the ends', () => {
    const items = ['a', 'b', 'c'].map((id) => item(id, 'OTHER'));
    const ids = (id: string, by: -1 | 1) =>
      moved(items, id, by)
        .map((each) => each.id)
        .join('');
    expect([ids('a', 1), ids('c', -1), ids('a', -1), ids('c', 1)]).toEqual(['bac', 'acb', 'abc', 'abc']);
  });

  it('are fifty at most, wrong files not counted', () => {
    const items = Array.from({ length: 49 }, (_, i) => item(String(i), 'OTHER'));
    expect(roomFor([...items, item('x', 'OTHER', { problem: 'This file is empty.' })])).toBe(1);
  });

  it('are sent in their order with their names and types, without the wrong ones', () => {
    const body = quickFormData({ prompt: 'Rain.', seed: 7, title: null, enable_audio: false }, [
      item('mara', 'CHARACTER', { name: 'Mara' }),
      item('note', 'PROP', { problem: 'This is a PDF.' }),
      item('pier', 'ENVIRONMENT', { name: '  ' }),
    ]);
    expect([body.get('prompt'), body.get('seed'), body.get('enable_audio'), body.has('title')]).toEqual([
      'Rain.',
      '7',
      'false',
      false,
    ]);
    expect(body.get('image_names')).toBe('["Mara",null]');
    expect(body.get('image_types')).toBe('["CHARACTER","ENVIRONMENT"]');
    expect(body.getAll('images[]').map((file) => (file as File).name)).toEqual(['mara.png', 'pier.png']);
  });
});
