import { expect, it } from 'vitest';
import { parseRange } from './serve-blob.ts';

it.each([
  [null, null],
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=50-1000', { start: 50, end: 99 }],
  ['bytes=0-0,5-6', null],
  ['bytes=9-0', null],
  ['bytes=-', null],
  ['items=0-1', null],
])('the range %s of 100 bytes is %j', (header, range) => {
  expect(parseRange(header, 100)).toEqual(range);
});

it.each(['bytes=100-', 'bytes=-0', 'bytes=5000-6000'])(
  'the range %s of 100 bytes cannot be served',
  (header) => {
    expect(() => parseRange(header, 100)).toThrow(expect.objectContaining({ code: 'range-not-satisfiable' }));
  },
);
