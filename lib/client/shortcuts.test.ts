import { expect, test } from 'vitest';
import { keySigns, SHORTCUT_PLACES, SHORTCUTS } from './shortcuts.ts';

test('a key means one thing in its place, and nothing else there than anywhere', () => {
  for (const place of SHORTCUT_PLACES) {
    const keys = SHORTCUTS.filter((each) => each.place === place || each.place === 'Anywhere').flatMap(
      (each) => each.keys.map((way) => way.join(' ')),
    );
    expect(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      place,
    ).toEqual([]);
  }
});

test('no key begins a longer one in its place, or it could never be finished', () => {
  for (const place of SHORTCUT_PLACES) {
    const ways = SHORTCUTS.filter((each) => each.place === place || each.place === 'Anywhere').flatMap(
      (each) => each.keys,
    );
    for (const way of ways)
      expect(
        ways.some((other) => other.length > way.length && way.every((key, index) => other[index] === key)),
        way.join(' '),
      ).toBe(false);
  }
});

test('keys are written as they are printed', () => {
  expect(keySigns('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keySigns('mod+k', true)).toEqual(['⌘', 'K']);
  expect(keySigns('alt+left', false)).toEqual(['Alt', '←']);
});
