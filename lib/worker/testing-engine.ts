import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import type { Engine, SceneInput } from '../engines/engine.ts';
import { limitEngine } from '../engines/engine-limits.ts';
import { localEngine } from '../engines/local/local-engine.ts';
import { registerEngine } from '../engines/registry.ts';

type Shot = { kind: 'keyframe' | 'clip'; scene: number };

/** Waits, unless it is told to stop. */
const pause = (ms: number, signal?: AbortSignal) =>
  ms > 0 ? sleep(ms, undefined, signal ? { signal } : {}) : Promise.resolve();

/**
 * An engine whose pictures cost nothing, for tests of what is around them: it counts what it makes, and a test may
 * make shots slow or fail. The storyboard is the real one. Its clips are no films, so stop before the stitch.
 */
export function registerTestEngine() {
  const made: Shot[] = [];
  const finished: (Shot & { film: string })[] = [];
  const control = {
    made,
    /** Shots that were made to their end, of films by title. */
    finished,
    /** Milliseconds that the storyboard, each keyframe and each clip take. */
    storyboardMs: 0,
    keyframeMs: 0,
    clipMs: 0,
    /** Shots at work, and the most there were at once. */
    atWork: 0,
    mostAtWork: 0,
    fails: (_shot: Shot): boolean => false,
    times: (kind: Shot['kind'], scene: number) =>
      made.filter((s) => s.kind === kind && s.scene === scene).length,
  };
  const making = async <T>(kind: Shot['kind'], { scene, settings }: SceneInput, work: () => Promise<T>) => {
    const shot = { kind, scene: scene.index };
    made.push(shot);
    if (control.fails(shot)) throw new Error('The test wants this shot to fail.');
    control.atWork += 1;
    control.mostAtWork = Math.max(control.mostAtWork, control.atWork);
    try {
      const result = await work();
      finished.push({ ...shot, film: settings.title });
      return result;
    } finally {
      control.atWork -= 1;
    }
  };
  const engine: Engine = {
    ...localEngine,
    id: 'test',
    async storyboard(input, ports) {
      await pause(control.storyboardMs, ports.signal);
      return localEngine.storyboard(input, ports);
    },
    keyframe: (input, { signal }) =>
      making('keyframe', input, async () => {
        await pause(control.keyframeMs, signal);
        const shade = input.position === 'start' ? 40 : 200;
        const background = { r: input.scene.index * 20, g: shade, b: 0 };
        return sharp({ create: { width: 16, height: 16, channels: 3, background } })
          .png()
          .toBuffer();
      }),
    clip: (input, { blobs, onProgress, signal }) =>
      making('clip', input, async () => {
        for (let part = 1; part <= 10; part++) {
          await pause(control.clipMs / 10, signal);
          onProgress?.(part / 10);
        }
        const path = await blobs.tempPath();
        await writeFile(path, `clip ${input.scene.index}`);
        return { path, duration: input.scene.duration };
      }),
  };
  registerEngine('test', async () => engine);
  limitEngine('test', null);
  return control;
}
