import { rm } from 'node:fs/promises';
import { FRAME_RATE } from '../../media/encode-video.ts';
import { type Files, inMediaThread } from '../../threads/media-tasks.ts';
import type { Engine, EnginePorts, SceneInput } from '../engine.ts';
import { engineVersion } from '../engine-versions.ts';
import { analyse } from './analyse.ts';
import { bytesOf, type Picture } from './picture/draw-picture.ts';
import { planStoryboard } from './storyboard/plan-storyboard.ts';

/** Bytes of shots that are kept ready for their keyframes and their clip: about 10 MB each. */
const KEPT_BYTES = 192 * 2 ** 20;
const kept = new Map<string, { picture: Promise<Picture>; bytes: number }>();

/** Lets go of the shots that were asked for longest ago. What is still being prepared counts nothing yet. */
function forgetOldest(): void {
  let bytes = 0;
  for (const [key, one] of [...kept].reverse()) {
    bytes += one.bytes;
    if (bytes > KEPT_BYTES) kept.delete(key);
  }
}

/** Where the pictures that a shot may show lie. */
async function filesOf({ snapshot, own }: SceneInput, { blobs }: EnginePorts): Promise<Files> {
  const images = snapshot?.assets.map((asset) => asset.image_hash) ?? [];
  const hashes = [...images, own?.start, own?.end].filter((hash) => typeof hash === 'string');
  const pairs = [...new Set(hashes)].map(async (hash) => [hash, await blobs.localPath(hash)] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

/** Without what a shot cannot show: a manifest may hold thousands of images, and each has a path to find. */
function onlyPlaced(input: SceneInput): SceneInput {
  const { scene, snapshot } = input;
  const placed = new Set([...scene.placements, ...scene.references].map((p) => p.tag));
  const assets = snapshot?.assets.filter((a) => placed.has(a.manifest_tag)) ?? [];
  return { ...input, snapshot: snapshot && { ...snapshot, assets } };
}

/** Prepares a shot once for its start, its end and its clip. */
async function pictureOf(whole: SceneInput, ports: EnginePorts): Promise<Picture> {
  const input = onlyPlaced(whole);
  const { scene, styleGuide, settings, snapshot, own, takeSeed = null } = input;
  const { aspectRatio, resolution, burnCaptions } = settings;
  const key = JSON.stringify([
    scene,
    styleGuide,
    aspectRatio,
    resolution,
    burnCaptions,
    snapshot?.assets ?? [],
    own,
    takeSeed,
  ]);
  // Prepared without the caller's signal, since another caller may wait for the same picture.
  const one = kept.get(key) ?? { picture: prepare(input, ports), bytes: 0 };
  kept.delete(key);
  kept.set(key, one);
  one.picture.catch(() => kept.delete(key));
  const ready = await one.picture;
  one.bytes = bytesOf(ready);
  forgetOldest();
  ports.signal?.throwIfAborted();
  return ready;
}

const prepare = async (input: SceneInput, ports: EnginePorts): Promise<Picture> =>
  inMediaThread('prepare', { input, files: await filesOf(input, ports) });

/**
 * The animatic engine: films the reference images themselves, by rule, with sharp and FFmpeg. No key, no network;
 * the same snapshot, prompt and seed give the same frames.
 */
export const localEngine: Engine = {
  id: 'local',
  version: engineVersion('local'),
  analyse,

  async storyboard(input) {
    return planStoryboard(input);
  },

  async keyframe({ position, ...input }, ports) {
    const picture = await pictureOf(input, ports);
    const number = position === 'start' ? 0 : picture.frameCount - 1;
    return Buffer.from(await inMediaThread('still', { picture, number }, { signal: ports.signal }));
  },

  async clip(input, ports) {
    const picture = await pictureOf(input, ports);
    const path = await ports.blobs.tempPath();
    const { onProgress, signal } = ports;
    await inMediaThread('film', { picture, path }, { onProgress, signal }).catch(async (error: unknown) => {
      await rm(path, { force: true });
      throw error;
    });
    return { path, duration: picture.frameCount / FRAME_RATE };
  },
};
