import { expect, it } from 'vitest';
import { z } from 'zod';
import type { AppError } from '../errors.ts';
import { parseWith } from './problem.ts';

function errorsOf(value: unknown, where: 'body' | 'query') {
  try {
    parseWith(z.strictObject({}), value, where);
  } catch (error) {
    return (error as AppError).errors;
  }
  return undefined;
}

it('a pointer escapes what JSON Pointer and a URI keep for themselves', () => {
  expect(errorsOf({ 'a/b~c d': 1 }, 'body')).toMatchObject([
    { pointer: '#/a~1b~0c%20d', code: 'unknown-field' },
  ]);
});

it.each(['\ud800', 'a\udc00b'])('a key with a lone surrogate is an unknown field like any other', (key) => {
  expect(errorsOf({ [key]: 1 }, 'body')).toMatchObject([
    { pointer: `#/${encodeURIComponent(key.toWellFormed())}`, code: 'unknown-field' },
  ]);
});

it.each(['x'.repeat(100_000), `${'x'.repeat(99)}${'😀'.repeat(1000)}`])(
  'a very long key is echoed in part',
  (key) => {
    expect(errorsOf({ [key]: 1 }, 'body')?.[0]?.pointer?.length).toBeLessThan(1000);
    expect(errorsOf({ [key]: 1 }, 'query')?.[0]?.parameter?.length).toBeLessThan(1000);
  },
);
