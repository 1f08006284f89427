import { expect, it } from 'vitest';
import { countValues } from './count-values.ts';

it.each([
  ['1', 1],
  ['[1,2,3]', 3],
  ['{"a,b":"c,d","e\\",":[1,2]}', 3],
  ['"\\\\",1', 2],
])('%s holds about %i values', (json, count) => {
  expect(countValues(Buffer.from(json))).toBe(count);
});
