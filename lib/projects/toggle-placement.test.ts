import { describe, expect, it } from 'vitest';
import { togglePlacement } from './toggle-placement.ts';

const mara = { manifest_tag: 'CHAR_01', asset_type: 'CHARACTER' } as const;
const tomas = { manifest_tag: 'CHAR_02', asset_type: 'CHARACTER' } as const;
const pier = { manifest_tag: 'ENV_02', asset_type: 'ENVIRONMENT' } as const;
const style = { manifest_tag: 'STYLE_01', asset_type: 'STYLE' } as const;

describe('a reference put into a scene', () => {
  it('stands beside who is there', () => {
    const placed = togglePlacement(togglePlacement([], mara), tomas);
    expect(placed.map(({ tag, role, position }) => [tag, role, position])).toEqual([
      ['CHAR_01', 'subject', 'centre'],
      ['CHAR_02', 'subject', 'left'],
    ]);
  });

  it('is the ground, before another one, when it is a place', () => {
    const first = togglePlacement([], { ...pier, manifest_tag: 'ENV_01' });
    expect(togglePlacement(first, pier).map((each) => each.tag)).toEqual(['ENV_02', 'ENV_01']);
  });

  it('grades the scene when it is a style', () => {
    expect(togglePlacement([], style)).toMatchObject([{ role: 'style', position: 'full' }]);
  });

  it('goes when it is there, and the others stay as they are', () => {
    const both = [
      { tag: 'CHAR_01', role: 'subject' as const, position: 'right' as const, action: 'waves' },
      { tag: 'CHAR_02', role: 'subject' as const, position: 'left' as const, action: '' },
    ];
    expect(togglePlacement(both, tomas)).toEqual([both[0]]);
  });
});
