import { blobStore } from '../blobs/store-instance.ts';
import { db, Prisma } from '../db/prisma.ts';
import type { JobPayload } from '../jobs/queues.ts';
import { hashFilm } from '../lockfile/film-frames.ts';
import { madeWith } from '../lockfile/made-with.ts';
import { readFilmFrames } from '../lockfile/read-film-frames.ts';
import { filmHash, stitchInputOf } from '../projects/film-parts.ts';
import { findScenes, findSnapshotFacts } from '../projects/project-repo.ts';
import { lockProject } from '../projects/run-repo.ts';
import type { FilmFrames } from '../schemas/lockfile.ts';
import { logger } from '../server/logger.ts';
import { inMediaThread } from '../threads/media-tasks.ts';
import type { JobContext } from './job-context.ts';

/**
 * Hashes the frames of a finished film and of its chosen takes, from the files, after the film is there: decoding costs
 * a fifth of making and nobody waits for it. What has its hashes already is left alone, so any number of these may run.
 */
export async function hashFilmJob(
  { project_id }: JobPayload<'hash-film'>,
  { signal }: JobContext,
): Promise<void> {
  const row = await db().project.findFirst({ where: { id: project_id, deletedAt: null } });
  if (!row?.outputHash) return;
  const scenes = await findScenes(db(), row.id);
  for (const clip of scenes.flatMap((s) => s.clips).filter((c) => c.isChosen && c.state === 'done'))
    if (clip.blobHash && !clip.framesHash) await hashClip(clip.id, clip.blobHash, signal);
  if (readFilmFrames(row)) return;
  const input = stitchInputOf(row, scenes, await findSnapshotFacts(db(), row.id));
  // Edited since: the film's parts are not those that its scenes say. Its next stitch asks again.
  if (row.outputInputHash !== null && filmHash(input) !== row.outputInputHash) return;
  const parts = await hashFilm(await blobStore().localPath(row.outputHash), input.clips, signal);
  const frames: FilmFrames = { film: row.outputHash, made_with: madeWith(row.engine), parts };
  await db().$transaction(async (tx) => {
    const project = await lockProject(tx, row.id);
    if (project?.outputHash !== frames.film) return;
    // Not by the client, which would call it an edit of the film.
    await tx.$executeRaw(Prisma.sql`
      UPDATE projects SET output_frames = ${JSON.stringify(frames)}::jsonb WHERE id = ${row.id}::uuid`);
  });
}

async function hashClip(id: string, blobHash: string, signal: AbortSignal): Promise<void> {
  try {
    const path = await blobStore().localPath(blobHash);
    const [hash] = await inMediaThread('hash', { path, parts: [] }, { signal });
    if (hash) await db().clip.updateMany({ where: { id, blobHash }, data: { framesHash: hash.sha256 } });
  } catch (err) {
    signal.throwIfAborted();
    logger.warn({ err, clip_id: id }, 'the frames of a clip could not be hashed');
  }
}
