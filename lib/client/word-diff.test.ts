import { describe, expect, it } from 'vitest';
import { type DiffPart, wordDiff } from './word-diff.ts';

const side = (parts: DiffPart[], kind: 'gone' | 'new') =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map((part) => part.text)
    .join('');

describe('the difference of two texts', () => {
  it('is told in words', () => {
    expect(wordDiff('A red coat, worn thin.', 'A blue coat, worn thin.')).toEqual([
      { kind: 'same', text: 'A ' },
      { kind: 'gone', text: 'red' },
      { kind: 'new', text: 'blue' },
      { kind: 'same', text: ' coat, worn thin.' },
    ]);
  });

  it('keeps a phrase together', () => {
    expect(wordDiff('coat, worn thin', 'coat, polished bright')).toEqual([
      { kind: 'same', text: 'coat, ' },
      { kind: 'gone', text: 'worn thin' },
      { kind: 'new', text: 'polished bright' },
    ]);
  });

  it('of equal texts is one run, of an empty one everything', () => {
    expect(wordDiff('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(wordDiff('', 'all new')).toEqual([{ kind: 'new', text: 'all new' }]);
    expect(wordDiff('all gone', '')).toEqual([{ kind: 'gone', text: 'all gone' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  it.each([
    ['a b c d', 'b c x d y'],
    ['one two two one', 'two one one two'],
    ['灯台守の外套', '灯台守の赤い外套'],
    ['a  b\n\nc', 'a b\nc'],
    ['one two', 'three one four two five'],
    ['one two three four', 'five  three'],
    ['x '.repeat(4000), 'y '.repeat(4000)],
  ])('can be put together to both texts again', (before, after) => {
    const parts = wordDiff(before, after);
    expect(side(parts, 'gone')).toBe(before);
    expect(side(parts, 'new')).toBe(after);
  });
});
