import { expect, it } from 'vitest';
import { besideLeaders } from './reference-order.ts';

const order = (...items: [id: string, leader?: string][]) =>
  besideLeaders(
    items,
    ([id]) => id,
    ([, leader]) => leader ?? null,
  )
    .map(([id]) => id)
    .join('');

it('views stand behind the one that leads them, all else where it was', () => {
  expect(order(['b', 'd'], ['a'], ['c', 'd'], ['d'], ['e'])).toBe('adbce');
});

it('a view whose leader is not listed keeps its place', () => {
  expect(order(['a'], ['b', 'x'], ['c'])).toBe('abc');
});
