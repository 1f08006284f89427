import { expect, it } from 'vitest';
import { StartKey } from './start-key.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
};

it('the same wish keeps its key, another one has another, and so has the next film', () => {
  const start = new StartKey(storage());
  const first = start.keyFor('a lamp');
  expect(start.keyFor('a lamp')).toBe(first);
  expect(start.keyFor('two lamps')).not.toBe(first);
  const again = start.keyFor('a lamp');
  expect(again).not.toBe(first);
  start.settle();
  expect(start.keyFor('a lamp')).not.toBe(again);
});

it('the key of a start whose answer was lost lives through a reload', () => {
  const kept = storage();
  const key = new StartKey(kept).keyFor('a lamp');
  expect(new StartKey(kept).keyFor('a lamp')).toBe(key);
});

it('a closed or broken storage costs nothing else', () => {
  const refuse = () => {
    throw new DOMException('closed', 'SecurityError');
  };
  const start = new StartKey({ getItem: refuse, setItem: refuse, removeItem: refuse });
  const key = start.keyFor('a lamp');
  expect(start.keyFor('a lamp')).toBe(key);
  start.settle();
  expect(new StartKey({ ...storage(), getItem: () => '{"wish":7}' }).keyFor('a lamp')).toMatch(/-/);
});
