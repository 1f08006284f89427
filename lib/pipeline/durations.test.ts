import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitDurations, framesOf } from './durations.ts';

const sum = (seconds: number[]) => seconds.reduce((total, s) => total + framesOf(s), 0);

it('durations keep their proportion and sum to the whole film in whole frames', () => {
  expect(fitDurations([1, 1, 2], 8)).toEqual([2, 2, 4].map((s) => expect.closeTo(s, 1)));
  expect(fitDurations([5, 5, 5], 10).map(framesOf)).toEqual([100, 100, 100]);
});

it('a shot that needs its time gets it and the others give', () => {
  const [first = 0, ...rest] = fitDurations([1, 1, 1], 9, [6, 0, 0]);
  expect(first).toBeCloseTo(6, 1);
  expect(rest.every((s) => Math.abs(s - 1.5) < 0.1)).toBe(true);
});

it('any wishes, even senseless ones, sum to the film and give each shot a frame', () => {
  const wish = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, 0, -1, 1e9));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(wish, fc.double({ min: 0, max: 400, noNaN: true })), {
        minLength: 1,
        maxLength: 60,
      }),
      fc.double({ min: 2, max: 300, noNaN: true }),
      (shots, total) => {
        const made = fitDurations(
          shots.map(([w]) => w),
          total,
          shots.map(([, n]) => n),
        );
        expect(sum(made)).toBe(framesOf(total));
        expect(Math.min(...made.map(framesOf))).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});
