import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { encodeVideo } from './encode-video.ts';
import { hashFrames } from './frame-hash.ts';
import { seededRandom } from './seeded-random.ts';
import { createFrame } from './yuv.ts';

const folder = await mkdtemp(join(tmpdir(), 'vidpipe-encode-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A texture that drifts, and flickers a little: what x264 has to weigh. */
function drifting(width: number, height: number) {
  const random = seededRandom(7);
  const texture = Array.from({ length: 4 * width * height }, () => random() * 40);
  const frame = createFrame(width, height);
  return (number: number) => {
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const wave = 60 * Math.sin((x + 3 * number) / 31) * Math.cos((y - number) / 17);
        frame.y[y * width + x] = 110 + wave + (texture[y * 2 * width + x + 2 * number] ?? 0);
      }
    return frame;
  };
}

it('the same frames give the same file, run after run', { timeout: 120_000 }, async () => {
  const size = { width: 640, height: 352, frameCount: 60 };
  const draw = drifting(size.width, size.height);
  const files: string[] = [];
  for (let run = 0; run < 8; run += 1) {
    const path = join(folder, `${run}.mp4`);
    await encodeVideo(path, draw, size);
    files.push((await readFile(path)).toString('base64'));
  }
  expect(new Set(files).size).toBe(1);
});

it('parts of a film are hashed by themselves, and a mark names the first frame that differs', async () => {
  const size = { width: 64, height: 48, frameCount: 20 };
  const frame = createFrame(size.width, size.height);
  const level = (at: number) => (number: number) => {
    frame.y.fill(number < at ? 60 : 160);
    return frame;
  };
  await encodeVideo(join(folder, 'early.mp4'), level(12), size);
  await encodeVideo(join(folder, 'late.mp4'), level(15), size);
  const early = await hashFrames(join(folder, 'early.mp4'), { parts: [5] });
  const late = await hashFrames(join(folder, 'late.mp4'), { parts: [5] });
  expect(early.map((part) => part.frames)).toEqual([5, 15]);
  expect(early[0]).toEqual(late[0]);
  expect(early[1]?.sha256).not.toBe(late[1]?.sha256);
  const marks = (hash: typeof early) => hash[1]?.marks.match(/.{4}/g) ?? [];
  const first = marks(early).findIndex((mark, i) => mark !== marks(late)[i]);
  expect(first).toBe(12 - 5);
});
