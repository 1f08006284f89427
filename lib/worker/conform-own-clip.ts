import { open } from 'node:fs/promises';
import { blobStore } from '../blobs/store-instance.ts';
import { AppError } from '../errors.ts';
import { conformInChild } from '../media/conform-in-child.ts';
import { SNIFF_VIDEO_BYTES, sniffVideo } from '../media/sniff-video.ts';
import { canonicalHash } from '../pipeline/input-hash.ts';
import { FRAMES_PER_SECOND } from '../projects/timecode.ts';
import { frameSize } from '../schemas/project.ts';
import { sceneSchema } from '../schemas/storyboard.ts';
import { ownClipSchema } from '../schemas/take.ts';
import type { FilmInputs } from './film-inputs.ts';

type OwnClip = { operation: unknown; scene: { plan: unknown } };
type Ports = { signal: AbortSignal; onProgress: (share: number) => void };

/** Brings an uploaded take into the form of the film's clips; as long as its scene is now. */
export async function conformOwnClip({ settings }: FilmInputs, clip: OwnClip, ports: Ports) {
  const { original_hash, fit } = ownClipSchema.parse(clip.operation);
  const { duration } = sceneSchema.parse(clip.scene.plan);
  const size = frameSize(settings.aspectRatio, settings.resolution);
  const frameCount = Math.max(1, Math.round(duration * FRAMES_PER_SECOND));
  const source = await blobStore().localPath(original_hash);
  const target = await blobStore().tempPath();
  await conformInChild({ ...size, source, target, frameCount, fit, demuxer: await demuxerOf(source) }, ports);
  const stored = await blobStore().putFile(target);
  return {
    blobs: [{ ...stored, mediaType: 'video/mp4', ...size }],
    blobHash: stored.hash,
    inputHash: canonicalHash({
      step: 'own-clip',
      original: original_hash,
      fit,
      frame_count: frameCount,
      ...size,
    }),
    duration: frameCount / FRAMES_PER_SECOND,
  };
}

async function demuxerOf(path: string) {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_VIDEO_BYTES), 0, SNIFF_VIDEO_BYTES, 0);
    const container = sniffVideo(buffer.subarray(0, bytesRead));
    if (!container)
      throw new AppError('validation-failed', { detail: 'This is not a video that can be read.' });
    return container.demuxer;
  } finally {
    await file.close();
  }
}
