import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { engineFor } from '../engines/registry.ts';
import type { JobPayload } from '../jobs/queues.ts';
import { keyframeHash, sceneHash } from '../pipeline/input-hash.ts';
import { makeKeyframe } from '../pipeline/keyframes.ts';
import { storeFrame } from '../pipeline/store-frame.ts';
import { frameSize } from '../schemas/project.ts';
import { loadFilm, sceneInputOf } from './film-inputs.ts';
import type { JobContext } from './job-context.ts';
import { runStep } from './run-step.ts';

/** Draws one keyframe and its thumbnails. */
export async function makeKeyframeJob(
  { project_id, attempt, keyframe_id }: JobPayload<'keyframe'>,
  context: JobContext,
): Promise<void> {
  const step = { kind: 'keyframe', id: keyframe_id, projectId: project_id, attempt } as const;
  await runStep(step, context, async (signal) => {
    const film = await loadFilm(project_id);
    const keyframe = await db().keyframe.findUniqueOrThrow({
      where: { id: keyframe_id },
      include: { scene: { include: { keyframes: true } } },
    });
    if (!film) throw new Error('The film is gone.');
    const engine = await engineFor(film.row);
    const position = keyframe.position === 'start' ? ('start' as const) : ('end' as const);
    // A made keyframe stays as it is beside one that a person gave.
    const { own: _own, ...scene } = sceneInputOf(film, keyframe.scene);
    const input = { ...scene, position };
    const png = await makeKeyframe(engine, input, { blobs: blobStore(), signal });
    const blobs = await storeFrame(png, frameSize(film.settings.aspectRatio, film.settings.resolution));
    return { ...blobs, inputHash: keyframeHash(sceneHash(engine.id, input), position) };
  });
}
