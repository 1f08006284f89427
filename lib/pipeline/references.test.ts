import { describe, expect, it } from 'vitest';
import { testAsset, testScene } from '../engines/local/testing.ts';
import type { SnapshotAsset } from '../schemas/snapshot.ts';
import type { Placement, StoryboardScene } from '../schemas/storyboard.ts';
import { chooseReferences, picturesFor } from './references.ts';

const MARA = testAsset('CHAR_01', 'Mara', { quality_score: 8 });
const SIDE = testAsset('CHAR_02', 'Mara, side', { view: 'side', view_of: 'CHAR_01', quality_score: 7 });
const BACK = testAsset('CHAR_03', 'Mara from behind', { view_of: 'CHAR_01', quality_score: 7 });
const FULL = testAsset('CHAR_04', 'Mara, standing', {
  view: 'full_body',
  view_of: 'CHAR_01',
  quality_score: 7,
});
const FACE = testAsset('CHAR_05', 'Mara face', { cropped_from: 'CHAR_01', quality_score: 6 });
const TOMAS = testAsset('CHAR_06', 'Tomas', { cropped_from: 'CHAR_01', quality_score: 9 });
const HARBOUR = testAsset('ENV_01', 'Harbour');
const LANTERN = testAsset('PROP_01', 'Lantern');
const STYLE = testAsset('STYLE_01', 'Gouache');
const GROUP = [MARA, SIDE, BACK, FULL, FACE, TOMAS, HARBOUR, LANTERN, STYLE];

const place = (asset: SnapshotAsset, action = ''): Placement => ({
  tag: asset.manifest_tag,
  asset_type: asset.asset_type,
  name: asset.name,
  role: asset.asset_type === 'ENVIRONMENT' ? 'plate' : asset.asset_type === 'STYLE' ? 'style' : 'subject',
  position: 'left',
  action,
});
const choose = (
  scene: Partial<StoryboardScene>,
  placements: Placement[] = [place(MARA)],
  assets = GROUP,
  limit = 6,
) => chooseReferences(testScene({ ...scene, placements }), assets, limit);

describe('references by rule', () => {
  it('a close-up takes the face crop, a medium shot the primary image', () => {
    expect(choose({ shot_type: 'close_up' }).references).toEqual([
      { tag: 'CHAR_05', for: 'CHAR_01', reason: 'close-up: the face crop of CHAR_01', chosen_by: 'rule' },
    ]);
    expect(choose({ shot_type: 'medium' }).references[0]).toMatchObject({
      tag: 'CHAR_01',
      reason: 'medium: the primary image of CHAR_01',
    });
  });

  it('who walks away is seen from behind, who passes by in profile, in a wide shot from head to foot', () => {
    expect(choose({ shot_type: 'medium' }, [place(MARA, 'walks away')]).references[0]?.tag).toBe('CHAR_03');
    const passing = { shot_type: 'medium', camera_move: 'pan_left' } as const;
    expect(
      choose({ ...passing, motion_prompt: 'Mara walks left to right.' }, [place(MARA)]).references[0],
    ).toMatchObject({ tag: 'CHAR_02', reason: 'moving sideways: the profile of CHAR_01' });
    expect(choose({ shot_type: 'wide' }).references[0]?.tag).toBe('CHAR_04');
  });

  it('the crop of another person in the picture is not taken for the person', () => {
    const assets = [MARA, TOMAS];
    expect(choose({ shot_type: 'close_up' }, [place(MARA)], assets).references[0]?.tag).toBe('CHAR_01');
  });

  it('a weak image loses to a better view and the reason says so', () => {
    const soft = { ...FACE, quality_score: 3.1 };
    const { references } = choose({ shot_type: 'close_up' }, [place(MARA)], [MARA, SIDE, soft]);
    expect(references[0]).toMatchObject({
      tag: 'CHAR_01',
      reason: 'close-up: the primary image of CHAR_01, since CHAR_05 is weaker (quality 3.1 of 10)',
    });
    const weak = { ...MARA, quality_score: 2 };
    expect(choose({ shot_type: 'medium' }, [place(weak)], [weak, SIDE]).references[0]?.tag).toBe('CHAR_02');
    expect(choose({ shot_type: 'medium' }, [place(weak)], [weak]).references[0]).toMatchObject({
      tag: 'CHAR_01',
      reason: 'medium: the image of CHAR_01, although weak (quality 2 of 10): there is no better one',
    });
  });

  it('a view that the prompt names by its tag is kept', () => {
    expect(choose({ shot_type: 'close_up' }, [place(SIDE)]).references[0]).toMatchObject({
      tag: 'CHAR_02',
      for: 'CHAR_02',
    });
  });

  it('takes the place, people, things and styles in this order, no more than the engine takes', () => {
    const all = [place(STYLE), place(LANTERN), place(MARA), place(HARBOUR)];
    const { references, leftOut } = choose({ shot_type: 'medium' }, all, GROUP, 3);
    expect(references.map((r) => r.for)).toEqual(['ENV_01', 'CHAR_01', 'PROP_01']);
    expect(leftOut).toEqual([
      {
        tag: 'STYLE_01',
        for: 'STYLE_01',
        reason: 'the engine takes 3 images; the place, people and things before it came first',
      },
    ]);
    expect(choose({}, all).references.at(-1)).toMatchObject({
      tag: 'STYLE_01',
      reason: 'style: sets the look',
    });
  });

  it('says what has no image', () => {
    const blank = { ...LANTERN, image_hash: null };
    expect(choose({}, [place(blank)], [blank])).toEqual({
      references: [],
      leftOut: [{ tag: 'PROP_01', for: 'PROP_01', reason: 'it has no image' }],
    });
  });
});

describe('pictures that can stand for a reference', () => {
  it('are the views and crops of its subject, named for people', () => {
    expect(picturesFor('CHAR_01', GROUP).map(({ asset, words }) => [asset.manifest_tag, words])).toEqual([
      ['CHAR_01', 'primary image'],
      ['CHAR_02', 'profile'],
      ['CHAR_03', 'back view'],
      ['CHAR_04', 'full-body view'],
      ['CHAR_05', 'face crop'],
    ]);
    expect(picturesFor('PROP_01', GROUP).map(({ words }) => words)).toEqual(['image']);
    expect(picturesFor('CHAR_99', GROUP)).toEqual([]);
  });
});
