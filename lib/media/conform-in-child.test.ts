import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { framesOf } from '../engines/local/testing.ts';
import { conformInChild } from './conform-in-child.ts';
import { ENCODING_MARK } from './encode-video.ts';
import { probeVideo } from './probe-video.ts';
import { makeTestVideo } from './testing.ts';

const SIZE = { width: 480, height: 480 };
const SLOW = { timeout: 60_000 };
let folder: string;
let source: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidpipe-conform-'));
  source = join(folder, 'source.mp4');
  await makeTestVideo(source);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const target = (name: string) => join(folder, name);
const task = (name: string, more: object = {}) => ({
  ...SIZE,
  source,
  target: target(name),
  demuxer: 'mov' as const,
  frameCount: 45,
  fit: 'cover' as const,
  ...more,
});
const lumaAt = (frame: { y: Uint8Array; width: number } | undefined, x: number, y: number) =>
  frame?.y[y * frame.width + x] ?? -1;

it('a clip that is too short holds its last frame, and fills the frame of the film', SLOW, async () => {
  const shares: number[] = [];
  await conformInChild(task('cover.mp4'), { onProgress: (share) => shares.push(share) });
  expect(await probeVideo(target('cover.mp4'))).toMatchObject({
    ...SIZE,
    isH264: true,
    isYuv420p: true,
    framesPerSecond: 30,
    audio: null,
    comment: ENCODING_MARK,
  });
  const frames = await framesOf(target('cover.mp4'), 480, 480);
  expect(frames).toHaveLength(45);
  expect(lumaAt(frames[0], 20, 200)).toBeGreaterThan(180);
  expect(lumaAt(frames[0], 460, 200)).toBeLessThan(60);
  // The bar has come to the lower edge and stays there.
  const [last, before] = [frames.at(-1), frames.at(-12)];
  for (const y of [20, 240, 470])
    expect(Math.abs(lumaAt(last, 20, y) - lumaAt(before, 20, y))).toBeLessThan(8);
  expect(shares.at(-1)).toBeGreaterThan(0.9);
});

it('a clip that is too long is cut, and may be shown whole', SLOW, async () => {
  await conformInChild(task('contain.mp4', { frameCount: 10, fit: 'contain' }), {});
  const frames = await framesOf(target('contain.mp4'), 480, 480);
  expect(frames).toHaveLength(10);
  expect(lumaAt(frames[5], 20, 20)).toBeLessThan(30);
  expect(lumaAt(frames[5], 20, 240)).toBeGreaterThan(180);
});

it('broken and hostile files are refused in plain words, and nothing is left of them', SLOW, async () => {
  const whole = await readFile(source);
  const bad: Record<string, Buffer> = {
    'only a head': whole.subarray(0, 40),
    'cut off': whole.subarray(0, Math.floor(whole.length * 0.4)),
    'zeroed inside': Buffer.concat([whole.subarray(0, 64), Buffer.alloc(whole.length - 64)]),
    'a playlist': Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'),
    'a list of files': Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n"),
    'a playlist with the name of an MP4': Buffer.concat([
      Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'),
      Buffer.from('#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:1/x.ts\n'),
    ]),
  };
  for (const [name, bytes] of Object.entries(bad)) {
    const path = target('bad.mp4');
    await writeFile(path, bytes);
    for (const demuxer of ['mov', 'matroska'] as const)
      await expect(
        conformInChild(task('out.mp4', { source: path, demuxer }), {}),
        `${name}, ${demuxer}`,
      ).rejects.toMatchObject({
        code: 'validation-failed',
        detail: expect.stringMatching(/^This (video|file) /),
      });
  }
  expect(await readdir(folder)).not.toContain('out.mp4');
});

it('a stop ends it soon', SLOW, async () => {
  const stop = new AbortController();
  const making = conformInChild(task('stopped.mp4', { frameCount: 9000 }), {
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('stopped')),
  });
  await expect(making).rejects.toThrow('stopped');
  expect(await readdir(folder)).not.toContain('stopped.mp4');
});
