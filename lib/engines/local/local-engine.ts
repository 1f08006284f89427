import sharp from 'sharp';
import { FRAME_RATE } from '../../media/encode-video.ts';
import { createFrame, pixelsFromFrame } from '../../media/yuv.ts';
import type { Engine, EnginePorts, SceneInput } from '../engine.ts';
import { engineVersion } from '../engine-versions.ts';
import { analyse } from './analyse.ts';
import { filmInThread } from './film-in-thread.ts';
import { bytesOf, drawPicture, type Picture } from './picture/draw-picture.ts';
import { preparePicture } from './picture/picture.ts';
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

/** Prepares a shot once for its start, its end and its clip. */
async function pictureOf(input: SceneInput, ports: EnginePorts): Promise<Picture> {
  const { scene, styleGuide, settings, snapshot, takeSeed = null, own } = input;
  const placed = new Set([...scene.placements, ...scene.references].map((p) => p.tag));
  const assets = snapshot?.assets.filter((a) => placed.has(a.manifest_tag)) ?? [];
  const { aspectRatio, burnCaptions } = settings;
  const key = JSON.stringify([scene, styleGuide, aspectRatio, burnCaptions, takeSeed, own, assets]);
  // Prepared without the caller's signal, since another caller may wait for the same picture.
  const one = kept.get(key) ?? { picture: preparePicture(input, { blobs: ports.blobs }), bytes: 0 };
  kept.delete(key);
  kept.set(key, one);
  one.picture.catch(() => kept.delete(key));
  const ready = await one.picture;
  one.bytes = bytesOf(ready);
  forgetOldest();
  ports.signal?.throwIfAborted();
  return ready;
}

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
    const frame = drawPicture(picture, number, createFrame(picture.width, picture.height));
    const { data, width, height } = pixelsFromFrame(frame);
    return sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 3 })
      .toBuffer();
  },

  async clip(input, ports) {
    const picture = await pictureOf(input, ports);
    const path = await ports.blobs.tempPath();
    await filmInThread({ picture, path }, ports);
    return { path, duration: picture.frameCount / FRAME_RATE };
  },
};
