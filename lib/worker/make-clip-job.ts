import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { engineFor } from '../engines/registry.ts';
import type { JobPayload } from '../jobs/queues.ts';
import { makeClip } from '../pipeline/clips.ts';
import { clipHash, sceneHash } from '../pipeline/input-hash.ts';
import { ownKeyframes } from '../projects/staleness.ts';
import { frameSize } from '../schemas/project.ts';
import { conformOwnClip } from './conform-own-clip.ts';
import { loadFilm, sceneInputOf } from './film-inputs.ts';
import type { JobContext } from './job-context.ts';
import { runStep } from './run-step.ts';

/** Films one take of one shot. */
export async function makeClipJob(
  { project_id, attempt, clip_id }: JobPayload<'clip'>,
  context: JobContext,
): Promise<void> {
  const step = { kind: 'clip', id: clip_id, projectId: project_id, attempt } as const;
  await runStep(step, context, async (signal, onProgress) => {
    const film = await loadFilm(project_id);
    const clip = await db().clip.findUniqueOrThrow({
      where: { id: clip_id },
      include: { scene: { include: { keyframes: true } } },
    });
    if (!film) throw new Error('The film is gone.');
    if (clip.source === 'uploaded') return conformOwnClip(film, clip, { signal, onProgress });
    const engine = await engineFor(film.row);
    const input = sceneInputOf(film, clip.scene, clip.seed);
    const { path, duration } = await makeClip(engine, input, { blobs: blobStore(), signal, onProgress });
    const stored = await blobStore().putFile(path);
    const size = frameSize(film.settings.aspectRatio, film.settings.resolution);
    return {
      blobs: [{ ...stored, mediaType: 'video/mp4', ...size }],
      blobHash: stored.hash,
      inputHash: clipHash(sceneHash(engine.id, { ...input, settings: film.settings }), {
        seed: clip.seed,
        own: ownKeyframes(clip.scene),
      }),
      duration,
    };
  });
}
