import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import type { Engine, SceneInput } from '../engines/engine.ts';
import { localEngine } from '../engines/local/local-engine.ts';
import { registerEngine } from '../engines/registry.ts';

type Shot = { kind: 'keyframe' | 'clip'; scene: number };

/**
 * An engine whose pictures cost nothing, for tests of what is around them: it counts what it makes, and a test may
 * make shots slow or fail. The storyboard is the real one. Its clips are no films, so stop before the stitch.
 */
export function registerTestEngine() {
  const made: Shot[] = [];
  const control = {
    made,
    /** Milliseconds that each clip takes. */
    clipMs: 0,
    fails: (_shot: Shot): boolean => false,
    times: (kind: Shot['kind'], scene: number) =>
      made.filter((s) => s.kind === kind && s.scene === scene).length,
  };
  const note = (kind: Shot['kind'], { scene }: SceneInput) => {
    const shot = { kind, scene: scene.index };
    made.push(shot);
    if (control.fails(shot)) throw new Error('The test wants this shot to fail.');
  };
  const engine: Engine = {
    ...localEngine,
    id: 'test',
    async keyframe(input) {
      note('keyframe', input);
      const shade = input.position === 'start' ? 40 : 200;
      const background = { r: input.scene.index * 20, g: shade, b: 0 };
      return sharp({ create: { width: 16, height: 16, channels: 3, background } })
        .png()
        .toBuffer();
    },
    async clip(input, { blobs, onProgress, signal }) {
      note('clip', input);
      for (let part = 1; part <= 10; part++) {
        await sleep(control.clipMs / 10, undefined, signal ? { signal } : {});
        onProgress?.(part / 10);
      }
      const path = await blobs.tempPath();
      await writeFile(path, `clip ${input.scene.index}`);
      return { path, duration: input.scene.duration };
    },
  };
  registerEngine('test', async () => engine);
  return control;
}
