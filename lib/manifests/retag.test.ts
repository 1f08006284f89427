import { expect, test } from 'vitest';
import { retag } from './retag.ts';

test('tags are added at the end and removed in place', () => {
  expect(retag(['sea', 'dusk'], { add: ['harbour'], remove: ['sea'] })).toEqual(['dusk', 'harbour']);
});

test('a tag that is there in another case is neither added twice nor missed', () => {
  expect(retag(['Sea'], { add: ['sea'] })).toEqual(['Sea']);
  expect(retag(['Sea'], { remove: ['sEA'] })).toEqual([]);
});
