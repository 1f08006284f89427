import { expect, it } from 'vitest';
import { parseClock } from './parse-clock.ts';

it.each([
  ['0:36', 36],
  ['1:05', 65],
  ['36', 36],
  [' 36 s ', 36],
  ['7.5', 7.5],
  ['7,5', 7.5],
  ['1:75', null],
  ['', null],
  ['abc', null],
  ['-5', null],
  ['1:2:3', null],
])('%s is %s seconds', (text, seconds) => {
  expect(parseClock(text)).toBe(seconds);
});
