import { expect, it } from 'vitest';
import { retryAfterMs, waitAfter } from './retry-schedule.ts';

const HOUR = 3_600_000;

it('eight tries in about a day, each wait longer than the one before', () => {
  const waits = Array.from({ length: 8 }, (_, i) => waitAfter(i + 1, null, () => 0));
  expect(waits.at(-1)).toBeNull();
  const all = waits.slice(0, -1).map(Number);
  expect(all.toSorted((a, b) => a - b)).toEqual(all);
  const sum = all.reduce((a, b) => a + b);
  expect(sum).toBeGreaterThan(20 * HOUR);
  expect(sum * 1.2).toBeLessThan(30 * HOUR);
});

it('spreads what failed together', () => {
  expect(waitAfter(1, null, () => 0)).toBe(5_000);
  expect(waitAfter(1, null, () => 1)).toBe(6_000);
});

it('waits as long as the receiver asks, but not for ever and not shorter', () => {
  expect(waitAfter(1, 60_000, () => 0)).toBe(60_000);
  expect(waitAfter(1, 1, () => 0)).toBe(5_000);
  expect(waitAfter(1, 1_000 * HOUR, () => 0)).toBe(6 * HOUR);
  expect(waitAfter(8, 60_000)).toBeNull();
});

it('reads Retry-After in seconds and as a date', () => {
  const now = Date.UTC(2026, 0, 1);
  expect(retryAfterMs('120', now)).toBe(120_000);
  expect(retryAfterMs(new Date(now + 90_000).toUTCString(), now)).toBe(90_000);
  expect(retryAfterMs(new Date(now - 90_000).toUTCString(), now)).toBe(0);
  expect(retryAfterMs('soon', now)).toBeNull();
  expect(retryAfterMs(undefined, now)).toBeNull();
});
