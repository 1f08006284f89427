import { expect, test } from 'vitest';
import { analysingWords, filtersWords, usedWords } from './manifest-words.ts';

const START = '2026-11-20T12:00:00.000Z';
const run = (done: number, failed: number, total: number) => ({
  run_id: '0199a000-0000-7000-8000-000000000000',
  from_status: 'DRAFT' as const,
  step: 'measure' as const,
  started_at: START,
  finished_at: null,
  cancelled: false,
  done,
  failed,
  total,
});
const after = (seconds: number) => Date.parse(START) + seconds * 1000;

test('an analysis tells how far it is and the time its pace leaves', () => {
  expect(analysingWords(run(4, 0, 8), after(40))).toBe('Analysing 4 of 8, about 40 s left');
  expect(analysingWords(run(1, 0, 31), after(10))).toBe('Analysing 1 of 31, about 5 min left');
});

test('failed images count as finished', () => {
  expect(analysingWords(run(3, 1, 8), after(40))).toBe('Analysing 4 of 8, about 40 s left');
});

test('before the first result, and with a clock behind the server, there is no time to tell', () => {
  expect(analysingWords(run(0, 0, 8), after(40))).toBe('Analysing 0 of 8');
  expect(analysingWords(run(4, 0, 8), after(-5))).toBe('Analysing 4 of 8');
  expect(analysingWords(run(8, 0, 8), after(5))).toBe('Analysing 8 of 8');
  expect(analysingWords(null, after(5))).toBe('Analysing');
});

test('uses and filters are counted in words', () => {
  expect([0, 1, 12].map(usedWords)).toEqual(['not used yet', 'used once', 'used 12 times']);
  expect([1, 3].map(filtersWords)).toEqual(['One filter is on.', 'Three filters are on.']);
});
