import { expect, it } from 'vitest';
import { clock, fileSize, rulerClock, secondsInWords, shortHash, timecode } from './timecode.ts';

it('a clock counts minutes and seconds', () => {
  expect([0, 5.9, 36, 65, 725].map(clock)).toEqual(['0:00', '0:05', '0:36', '1:05', '12:05']);
  expect(clock(-3)).toBe('0:00');
  expect(rulerClock(6)).toBe('00:06');
});

it('a timecode counts frames at 30 a second', () => {
  expect(timecode(0)).toBe('00:00:00:00');
  expect(timecode(32 + 7 / 30)).toBe('00:00:32:07');
  expect(timecode(0.03)).toBe('00:00:00:00');
  expect(timecode(3661.5)).toBe('01:01:01:15');
});

it('a frame boundary that a float misses by a hair is that frame', () => {
  expect(timecode(2.33)).toBe('00:00:02:09');
  expect(timecode(0.1 + 0.2)).toBe('00:00:00:09');
  expect(timecode(2.3333)).toBe('00:00:02:10');
});

it('seconds read as words', () => {
  expect([0.4, 40, 60, 65.2].map(secondsInWords)).toEqual(['0 s', '40 s', '1 min', '1 min 5 s']);
});

it('sizes and hashes are short', () => {
  expect([400, 320_400, 18_400_000].map(fileSize)).toEqual(['1 kB', '320 kB', '18.4 MB']);
  expect(shortHash(`9f2c${'0'.repeat(56)}41ae`)).toBe('9f2c…41ae');
});
