import { expect, it } from 'vitest';
import { keepSeed, readKeptSeed } from './kept-seed.ts';

it('a kept seed comes back until it is let go', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  expect(readKeptSeed(storage)).toBeNull();
  keepSeed(0, storage);
  expect(readKeptSeed(storage)).toBe(0);
  keepSeed(null, storage);
  expect(readKeptSeed(storage)).toBeNull();
});

it.each(['', 'abc', '-1', '1.5', '2147483648'])('%j in the storage is no seed', (text) => {
  expect(readKeptSeed({ getItem: () => text })).toBeNull();
});
