import { expect, test } from 'vitest';
import { exactTime, relativeTime } from './relative-time.ts';

const ZONE = 'Europe/Paris';
const NOW = Date.parse('2026-11-20T12:00:00Z');
const at = (iso: string) => relativeTime(Date.parse(iso), NOW, ZONE);

test('the distance of a time is said in the words of a day', () => {
  expect(at('2026-11-20T11:59:30Z')).toBe('just now');
  expect(at('2026-11-20T11:55:00Z')).toBe('5 min ago');
  expect(at('2026-11-20T10:00:00Z')).toBe('2 h ago');
  expect(at('2026-11-19T22:00:00Z')).toBe('yesterday');
  expect(at('2026-11-17T10:00:00Z')).toBe('Tuesday');
  expect(at('2026-05-12T10:00:00Z')).toBe('12 May');
  expect(at('2024-05-12T10:00:00Z')).toBe('12 May 2024');
});

test('yesterday begins at midnight of the reader, not of UTC', () => {
  expect(at('2026-11-19T23:30:00Z')).toBe('12 h ago');
});

test('a clock that runs behind the server says just now', () => {
  expect(at('2026-11-20T12:00:20Z')).toBe('just now');
});

test('the exact time is of the zone asked for', () => {
  expect(exactTime(NOW, ZONE)).toContain('13:00');
});
