import { expect, it } from 'vitest';
import { wordDifferences } from './word-differences.ts';

const marked = (a: string, b: string) =>
  wordDifferences(a, b).map((side) =>
    side.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
  );

it('marks the words that only one text has', () => {
  expect(marked('a girl in a red coat', 'a girl in a blue wool coat')).toEqual([
    'a girl in a [red] coat',
    'a girl in a [blue wool] coat',
  ]);
});

it('equal texts differ nowhere, and an empty one everywhere', () => {
  expect(marked('same text', 'same text')).toEqual(['same text', 'same text']);
  expect(marked('', 'new text')).toEqual(['', '[new text]']);
});

it('both texts come back whole, however long', () => {
  const long = Array.from({ length: 4000 }, (_, i) => `w${i % 7}`).join(' ');
  const [left, right] = wordDifferences(`${long} x`, `y ${long}`);
  expect(left.map((piece) => piece.text).join('')).toBe(`${long} x`);
  expect(right.map((piece) => piece.text).join('')).toBe(`y ${long}`);
});
