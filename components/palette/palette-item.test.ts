import { describe, expect, it } from 'vitest';
import { findActions, type PaletteItem, stepFrom } from './palette-item.ts';

const item = (label: string): PaletteItem => ({
  id: label,
  label,
  ranges: [],
  picture: { url: null },
  href: '/',
});
const ACTIONS = [item('New manifest'), item('Generate'), item('Go to the library')];

describe('the actions of the palette', () => {
  it('are all there before anything is typed', () => {
    expect(findActions(ACTIONS, '  ')).toEqual(ACTIONS);
  });

  it('are those that hold every word, with what was typed marked', () => {
    expect(findActions(ACTIONS, 'manif new')).toEqual([
      {
        ...item('New manifest'),
        ranges: [
          [0, 3],
          [4, 9],
        ],
      },
    ]);
    expect(findActions(ACTIONS, 'generat').map(({ label }) => label)).toEqual(['Generate']);
    expect(findActions(ACTIONS, 'new library')).toEqual([]);
  });
});

describe('the arrow keys', () => {
  it('go around both ends', () => {
    expect(stepFrom(ACTIONS, 'New manifest', 1)?.id).toBe('Generate');
    expect(stepFrom(ACTIONS, 'New manifest', -1)?.id).toBe('Go to the library');
    expect(stepFrom(ACTIONS, 'Go to the library', 1)?.id).toBe('New manifest');
    expect(stepFrom([], undefined, 1)).toBeNull();
  });
});
