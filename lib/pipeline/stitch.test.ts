import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { framesOf, testPorts, testSettings, testStyle } from '../engines/local/testing.ts';
import { encodeVideo } from '../media/encode-video.ts';
import { probeVideo } from '../media/probe-video.ts';
import { createFrame } from '../media/yuv.ts';
import { CARD_SECONDS } from '../schemas/project.ts';
import { stitchFilm } from './stitch.ts';

const { ports, folder, put, close } = testPorts();
afterAll(close);
const [W, H] = [960, 960];

async function flatClip(level: number, frameCount: number): Promise<string> {
  const frame = createFrame(W, H);
  frame.y.fill(level);
  const path = join(folder, `flat-${level}.mp4`);
  await encodeVideo(path, () => frame, { width: W, height: H, frameCount });
  return put(await readFile(path));
}

const credits = { projectId: 'p-1', digest: 'd'.repeat(64), manifestName: 'Kit', manifestVersion: 3 };
const settings = testSettings({ aspectRatio: '1:1', title: 'Flat', enableAudio: true });

const silent = { dialogue: [], effects: [], ambience: '', music: '' };

describe('stitchFilm', () => {
  it('joins clips between two cards, dissolves where asked and loses no frame', async () => {
    const [dark, light] = [await flatClip(60, 30), await flatClip(180, 24)];
    const clips = [
      { hash: dark, duration: 1, transition: 'cut' as const, audio: silent },
      { hash: light, duration: 0.8, transition: 'dissolve' as const, audio: silent },
      { hash: dark, duration: 1, transition: 'cut' as const, audio: silent },
    ];
    const film = await stitchFilm({ clips, settings, styleGuide: testStyle, credits }, ports);
    expect(film).toMatchObject({ width: W, height: H, duration: 2.8 + 2 * CARD_SECONDS });
    const facts = await probeVideo(film.path);
    expect(facts).toMatchObject({
      width: W,
      height: H,
      isH264: true,
      isYuv420p: true,
      framesPerSecond: 30,
      audio: 'aac',
      title: 'Flat',
    });
    expect(facts.comment).toContain(credits.digest);
    expect(facts.duration).toBeCloseTo(film.duration, 1);
    const frames = await framesOf(film.path, W, H);
    expect(frames).toHaveLength(Math.round(film.duration * 30));
    const at = (n: number) => frames[45 + n]?.y[W * 100 + 100] ?? 0;
    expect(at(29)).toBeCloseTo(60, -1);
    expect(at(35)).toBeGreaterThan(90);
    expect(at(35)).toBeLessThan(150);
    expect(at(45)).toBeCloseTo(180, -1);
    expect(at(54)).toBeCloseTo(60, -1);
    expect(frames[0]?.y[0]).toBe(16);
    // Fast start: the index lies before the pictures.
    const bytes = await readFile(film.path);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  }, 60_000);

  it('makes the same file twice, and a silent one without a sound stream', async () => {
    const hash = await flatClip(100, 15);
    const input = {
      clips: [{ hash, duration: 0.5, transition: 'cut' as const, audio: silent }],
      settings: { ...settings, enableAudio: false },
      styleGuide: testStyle,
      credits: { ...credits, digest: null, manifestName: null, manifestVersion: null },
    };
    const [one, two] = [await stitchFilm(input, ports), await stitchFilm(input, ports)];
    expect((await probeVideo(one.path)).audio).toBeNull();
    expect((await readFile(one.path)).equals(await readFile(two.path))).toBe(true);
  }, 60_000);

  it('stops soon after the signal', async () => {
    const hash = await flatClip(120, 60);
    const clips = [{ hash, duration: 2, transition: 'cut' as const, audio: silent }];
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('stopped'));
    await expect(
      stitchFilm(
        { clips, settings, styleGuide: testStyle, credits },
        { ...ports, onProgress, signal: stop.signal },
      ),
    ).rejects.toThrow('stopped');
  }, 60_000);
});
