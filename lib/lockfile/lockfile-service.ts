import { setTimeout as sleep } from 'node:timers/promises';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Project as ProjectRow } from '../generated/prisma/client.ts';
import { enqueue } from '../jobs/boss.ts';
import { digestOf } from '../manifests/snapshot.ts';
import { isFilmStale, settingsOf } from '../projects/film-parts.ts';
import { findProject, findScenes, type SceneRow } from '../projects/project-repo.ts';
import { isClipStale } from '../projects/staleness.ts';
import { FRAMES_PER_SECOND } from '../projects/timecode.ts';
import {
  type FilmFrames,
  LOCKFILE_FORMAT,
  LOCKFILE_SCHEMA_PATH,
  type LockedScene,
  type Lockfile,
  lockfileSchema,
} from '../schemas/lockfile.ts';
import { type SnapshotData, snapshotDataSchema } from '../schemas/snapshot.ts';
import { filmFramesHash } from './film-frames-hash.ts';
import { toLockedSettings } from './locked-film.ts';
import { lockfileBytes } from './parse-lockfile.ts';
import { readFilmFrames } from './read-film-frames.ts';

/** How long a request waits for a worker that hashes the frames; a film of a minute takes some seconds. */
const WAIT_MS = 15_000;
const LOOK_MS = 250;

export type BuiltLockfile = { lock: Lockfile; bytes: Buffer; digest: string; title: string };

type Rows = {
  row: ProjectRow;
  scenes: SceneRow[];
  snapshot: { digest: string; data: SnapshotData } | null;
};

/**
 * The lockfile of a finished film. Its frames are hashed by a worker after the film is there: a request that comes
 * before waits a little.
 * @throws AppError not-found; invalid-state when it is not finished or was changed since; unavailable, to be asked again
 */
export async function getLockfile(id: string): Promise<BuiltLockfile> {
  const rows = await readRows(id);
  const frames = await framesOf(rows);
  const lock = lockfileSchema.parse(toLockfile(rows.frames ? rows : await readRows(id), frames));
  return { lock, ...lockfileBytes(lock), title: rows.row.title };
}

async function readRows(id: string): Promise<Rows & { frames: FilmFrames | null }> {
  const [row, scenes, frozen] = await Promise.all([
    findProject(db(), id),
    findScenes(db(), id),
    db().manifestSnapshot.findUnique({ where: { projectId: id } }),
  ]);
  if (!row) throw new AppError('not-found', { detail: 'There is no such film, or it was deleted.' });
  const refuse = (detail: string) =>
    new AppError('invalid-state', { detail, extra: { project_status: row.status } });
  if (row.status !== 'complete' || !row.outputHash)
    throw refuse('This film is not finished. Its lockfile is there when all its scenes are.');
  const data = frozen && snapshotDataSchema.parse(frozen.snapshotData);
  const facts = frozen &&
    data && { digest: frozen.digest, manifestName: data.manifest.name, version: data.manifest.version };
  const isStale = scenes.some((s) => s.clips.some((c) => c.isChosen && isClipStale(s, c)));
  if (isStale || isFilmStale(row, scenes, facts))
    throw refuse('This film was changed since it was made. Bring it up to date, then lock it.');
  const snapshot = frozen && data && { digest: frozen.digest, data };
  return { row, scenes, snapshot, frames: readFrames({ row, scenes }) };
}

/** The hashes of the film as it is now; null: not worked out yet. */
function readFrames({ row, scenes }: Pick<Rows, 'row' | 'scenes'>): FilmFrames | null {
  const frames = readFilmFrames(row);
  const chosen = scenes.flatMap((s) => s.clips.filter((c) => c.isChosen));
  return frames && chosen.every((c) => c.framesHash) ? frames : null;
}

async function framesOf({ row, frames }: Rows & { frames: FilmFrames | null }): Promise<FilmFrames> {
  if (frames) return frames;
  await db().$transaction((tx) => enqueue(tx, 'hash-film', { project_id: row.id, attempt: row.attempt }));
  for (let waited = 0; waited < WAIT_MS; waited += LOOK_MS) {
    await sleep(LOOK_MS);
    const now = await readRows(row.id);
    if (now.frames) return now.frames;
  }
  throw new AppError('unavailable', {
    detail: 'The frames of this film are being hashed. Ask again in a moment.',
    headers: { 'retry-after': '5' },
  });
}

function toLockfile({ row, scenes, snapshot }: Rows, frames: FilmFrames): unknown {
  return {
    $schema: LOCKFILE_SCHEMA_PATH,
    format: LOCKFILE_FORMAT,
    project_id: row.id,
    engine: row.engine,
    made_with: frames.made_with,
    settings: toLockedSettings(settingsOf(row)),
    // Its own digest and not the column's: equal, unless a schema has learned to read more since.
    snapshot: snapshot && { digest: digestOf(snapshot.data), data: snapshot.data },
    style_guide: row.styleGuide,
    scenes: scenes.map(toLockedScene),
    film: {
      blob_hash: frames.film,
      frames: frames.parts.reduce((sum, p) => sum + p.frames, 0),
      duration: row.outputDuration,
      frames_hash: filmFramesHash(frames.parts),
      parts: frames.parts,
    },
  };
}

const sourceOf = ({ source }: { source: string }) => (source === 'uploaded' ? 'uploaded' : 'made');

function toLockedScene({ plan, inputHash, keyframes, clips, duration }: SceneRow): unknown {
  const keyframe = (position: string): LockedScene['keyframes']['start'] => {
    const found = keyframes.find((k) => k.position === position);
    return found?.blobHash ? { source: sourceOf(found), blob_hash: found.blobHash } : null;
  };
  const clip = clips.find((c) => c.isChosen);
  return {
    // As it stands, its old number too: the engine drew from this.
    plan,
    input_hash: inputHash,
    keyframes: { start: keyframe('start'), end: keyframe('end') },
    take: clip && {
      source: sourceOf(clip),
      seed: clip.seed,
      input_hash: clip.source === 'uploaded' ? null : clip.inputHash,
      blob_hash: clip.blobHash,
      frames_hash: clip.framesHash,
      duration: Math.round((clip.duration ?? duration) * FRAMES_PER_SECOND) / FRAMES_PER_SECOND,
    },
  };
}
