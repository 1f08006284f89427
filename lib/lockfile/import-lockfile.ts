import { readFile } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import { type BlobRow, insertBlobs } from '../blobs/blob-repo.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Multipart, MultipartLimits } from '../http/multipart.ts';
import type { UploadedFile } from '../http/upload-file.ts';
import { enqueue } from '../jobs/boss.ts';
import { digestOf } from '../manifests/snapshot.ts';
import { endStage } from '../projects/stages.ts';
import { BUNDLE_LIMITS } from '../schemas/bundle.ts';
import {
  LOCKFILE_LIMITS,
  type LockedScene,
  type Lockfile,
  type LockfilePreview,
} from '../schemas/lockfile.ts';
import type { GenerateAnswer } from '../schemas/project.ts';
import { checkLockfile } from './check-lockfile.ts';
import { missingFinding } from './findings.ts';
import { neededFiles, rowOf, sceneHashOfLock } from './locked-film.ts';
import { type OpenFilmBundle, withFilmBundle } from './open-film-bundle.ts';
import { lockfileBytes, lockfileError, parseLockfile } from './parse-lockfile.ts';
import { knownHashes, takeFilmFiles } from './take-film-files.ts';

/** The body: `lockfile` (JSON), `bundle` (zip), or both; a bundle has its lockfile in it. */
export const FROM_LOCKFILE_LIMITS = {
  fileField: 'lockfile',
  otherFileFields: ['bundle'],
  maxFiles: 2,
  maxFileBytes: BUNDLE_LIMITS.bytes,
  fieldNames: [],
} as const satisfies MultipartLimits;

const TRANSACTION = { timeout: 60_000 };
const ERRORS_MAX = 100;
const NO_BUNDLE: OpenFilmBundle = {
  lockfile: null,
  hashes: new Set(),
  extract: async () => {
    throw new AppError('internal');
  },
};

/**
 * Makes the film of a lockfile again: its snapshot, storyboard and chosen takes as they were, so that only pictures are
 * drawn. The library is not written. With `dry_run` it says what would be made and what is missing for it.
 * @throws AppError validation-failed when images are missing or the lockfile was changed; see parseLockfile, openZip
 */
export async function filmFromLockfile(
  { files }: Multipart,
  { dry_run }: { dry_run: boolean },
): Promise<LockfilePreview | GenerateAnswer> {
  const lockfile = fileOf(files, 'lockfile');
  const bundle = fileOf(files, 'bundle');
  if (!lockfile && !bundle)
    throw new AppError('validation-failed', {
      detail: 'The lockfile is missing.',
      errors: [{ pointer: '#/lockfile', code: 'required', detail: 'is required' }],
    });
  if (lockfile && lockfile.size > LOCKFILE_LIMITS.bytes)
    throw new AppError('payload-too-large', { detail: 'A lockfile holds 16 MB at most.' });
  const beside = lockfile && (await readFile(lockfile.path));
  const run = async (open: OpenFilmBundle) => {
    const bytes = beside ?? open.lockfile;
    if (!bytes) throw lockfileError('This zip has no lockfile.json in it. Choose the lockfile as well.');
    const lock = parseLockfile(bytes);
    return dry_run ? preview(lock, open) : start(lock, open);
  };
  return bundle ? withFilmBundle(bundle.path, run) : run(NO_BUNDLE);
}

function fileOf(files: UploadedFile[], field: string): UploadedFile | undefined {
  const found = files.filter((file) => file.field === field);
  if (found.length > 1)
    throw new AppError('validation-failed', {
      detail: 'One field is wrong.',
      errors: [{ pointer: `#/${field}`, code: 'repeated', detail: 'is given more than once' }],
    });
  return found[0];
}

async function preview(lock: Lockfile, { hashes }: OpenFilmBundle): Promise<LockfilePreview> {
  const needed = neededFiles(lock);
  const known = await knownHashes(needed);
  const missing = needed.filter(({ hash }) => !known.has(hash) && !hashes.has(hash));
  return {
    dry_run: true,
    title: lock.settings.title,
    digest: lockfileBytes(lock).digest,
    scenes: lock.scenes.length,
    seconds: lock.film.duration,
    aspect_ratio: lock.settings.aspect_ratio,
    engine: lock.engine,
    manifest_name: lock.snapshot?.data.manifest.name ?? null,
    files: { needed: needed.length, here: needed.length - missing.length },
    findings: [...checkLockfile(lock), ...missing.map(missingFinding)],
  };
}

async function start(lock: Lockfile, open: OpenFilmBundle): Promise<GenerateAnswer> {
  const findings = checkLockfile(lock);
  const refusal = findings.find((f) => ['snapshot-digest', 'engine-missing'].includes(f.code));
  if (refusal) throw lockfileError(refusal.detail);
  const needed = neededFiles(lock);
  const known = await knownHashes(needed);
  const unknown = needed.filter(({ hash }) => !known.has(hash));
  const missing = unknown.filter(({ hash }) => !open.hashes.has(hash));
  if (missing.length > 0)
    throw lockfileError(
      `${missing.length} of ${needed.length} files of this film are not here: ${missing[0]?.label}${missing.length > 1 ? ' and others' : ''}. Add the bundle of the film.`,
      missing
        .slice(0, ERRORS_MAX)
        .map((file) => ({ pointer: '#/bundle', code: 'not-found', detail: `${file.label}: ${file.hash}` })),
    );
  const rows = await takeFilmFiles(unknown, open);
  const id = uuidv7();
  await db().$transaction(async (tx) => {
    await insertBlobs(tx, rows satisfies BlobRow[]);
    await insertFilm(tx, id, lock);
    for (const [index, scene] of lock.scenes.entries()) await insertScene(tx, id, index, lock, scene);
    await enqueue(tx, 'run-project', { project_id: id, attempt: 1 });
  }, TRANSACTION);
  const warnings = findings.map(({ code, detail }) => ({ code, detail }));
  return { project_id: id, status: 'pending', status_url: `/api/projects/${id}/status`, warnings };
}

async function insertFilm(tx: Tx, id: string, lock: Lockfile): Promise<void> {
  const { styleGuide: _, id: __, ...columns } = rowOf(lock);
  const snapshot = lock.snapshot;
  const live =
    snapshot &&
    (await tx.manifest.findFirst({
      where: { id: snapshot.data.manifest.manifest_id, deletedAt: null, ownerProjectId: null },
      select: { id: true },
    }));
  await tx.project.create({
    data: {
      id,
      ...columns,
      engine: lock.engine,
      styleGuide: lock.style_guide,
      manifestId: live?.id ?? null,
      manifestVersion: snapshot?.data.manifest.version ?? null,
      stages: endStage({}, 'storyboard', 'done', new Date(), 'From a lockfile'),
    },
    select: { id: true },
  });
  if (snapshot)
    await tx.manifestSnapshot.create({
      data: {
        manifestId: snapshot.data.manifest.manifest_id,
        projectId: id,
        versionAtSnapshot: snapshot.data.manifest.version,
        snapshotData: snapshot.data,
        digest: digestOf(snapshot.data),
      },
      select: { id: true },
    });
}

/** A scene with its chosen take: what was made waits to be made, what was uploaded is there. */
async function insertScene(
  tx: Tx,
  projectId: string,
  sceneIndex: number,
  lock: Lockfile,
  scene: LockedScene,
): Promise<void> {
  const { plan, take, keyframes } = scene;
  const sceneId = uuidv7();
  const now = new Date();
  await tx.scene.create({
    data: {
      id: sceneId,
      projectId,
      sceneIndex,
      slugLine: plan.slug_line,
      description: plan.description,
      duration: plan.duration,
      plan,
      inputHash: sceneHashOfLock(lock, scene),
    },
    select: { id: true },
  });
  const uploaded = (blobHash: string) =>
    ({ source: 'uploaded', state: 'done', blobHash, startedAt: now, finishedAt: now }) as const;
  await tx.keyframe.createMany({
    data: (['start', 'end'] as const).map((position) => {
      const own = keyframes[position];
      return { sceneId, position, ...(own?.source === 'uploaded' && uploaded(own.blob_hash)) };
    }),
  });
  await tx.clip.create({
    data: {
      sceneId,
      take: 1,
      seed: take.seed,
      ...(take.source === 'uploaded' && {
        ...uploaded(take.blob_hash),
        duration: take.duration,
        progress: 1,
      }),
    },
    select: { id: true },
  });
}
