import sharp from 'sharp';
import type { BlobRow } from '../blobs/blob-repo.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { engineFor } from '../engines/registry.ts';
import type { JobPayload } from '../jobs/queues.ts';
import { keyframeHash, sceneHash } from '../pipeline/input-hash.ts';
import { makeKeyframe } from '../pipeline/keyframes.ts';
import { frameSize } from '../schemas/project.ts';
import { loadFilm, sceneInputOf } from './film-inputs.ts';
import type { JobContext } from './job-context.ts';
import { runStep } from './run-step.ts';

/** Larger ones would be as large as the frame itself. */
const THUMB_WIDTHS = [320, 640] as const;

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
    const input = { ...sceneInputOf(film, keyframe.scene), position };
    const png = await makeKeyframe(engine, input, { blobs: blobStore(), signal });
    const blobs = await storeFrame(png, frameSize(film.settings.aspectRatio, film.settings.resolution));
    return { ...blobs, inputHash: keyframeHash(sceneHash(engine.id, input), position) };
  });
}

async function storeFrame(png: Buffer, size: { width: number; height: number }) {
  const frame = await blobStore().put(png);
  const blobs: BlobRow[] = [];
  const thumbs: NonNullable<BlobRow['thumbs']> = {};
  for (const width of THUMB_WIDTHS) {
    const webp = await sharp(png)
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer();
    const stored = await blobStore().put(webp);
    blobs.push({ ...stored, mediaType: 'image/webp' });
    thumbs[width] = stored.hash;
  }
  blobs.push({ ...frame, mediaType: 'image/png', ...size, thumbs });
  return { blobs, blobHash: frame.hash };
}
