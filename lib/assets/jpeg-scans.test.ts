import { expect, it } from 'vitest';
import { scanBomb, segment } from './corpus/flat-jpeg.ts';
import { okJpeg, quarters, withJpegSegment } from './image-corpus.ts';
import { countJpegScans } from './jpeg-scans.ts';

it('counts the passes of plain and of progressive files', async () => {
  expect(countJpegScans(await okJpeg(), 100)).toBe(1);
  const progressive = await quarters().jpeg({ progressive: true }).toBuffer();
  expect(countJpegScans(progressive, 100)).toBe(10);
});

it('stops above the most that are asked about', () => {
  expect(countJpegScans(scanBomb(64, 48, 11), 100)).toBe(12);
  expect(countJpegScans(scanBomb(64, 48, 5_000), 100)).toBe(101);
});

it('does not take for a pass what stands in a segment, and finds those behind bytes that belong nowhere', async () => {
  const pass = Buffer.from([0xff, 0xda, 0, 2]);
  expect(countJpegScans(withJpegSegment(await okJpeg(), 0xe5, Buffer.concat([pass, pass])), 100)).toBe(1);
  const start = Buffer.from([0xff, 0xd8]);
  const stray = Buffer.from([1, 2, 3, 0xff, 0x01]);
  expect(countJpegScans(Buffer.concat([start, stray, segment(0xe5, [0]), pass, stray, pass]), 100)).toBe(2);
});
