import { afterAll, beforeAll, expect, it } from 'vitest';
import { blobStore } from '../blobs/store-instance.ts';
import { unzip } from '../bundles/testing.ts';
import { stopListening } from '../db/events.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import { probeVideo } from '../media/probe-video.ts';
import { deleteProject, getProject, getSnapshot } from '../projects/project-service.ts';
import type { Lockfile, LockfilePreview } from '../schemas/lockfile.ts';
import type { GenerateAnswer } from '../schemas/project.ts';
import { SCENE_LIMITS } from '../schemas/scene-edit-values.ts';
import { type RunningWorker, startWorker } from '../worker/start-worker.ts';
import { filmFromLockfile } from './import-lockfile.ts';
import { getLockfile } from './lockfile-service.ts';
import { lockfileBytes, parseLockfile } from './parse-lockfile.ts';
import { renderLockfile } from './render-lockfile.ts';
import { aFilm, bundleOf, finished, SLOW_MACHINE_MS, sent } from './testing.ts';
import { verifyLockfile } from './verify-lockfile.ts';

let worker: RunningWorker;
/** One film for all: what is written into it is a copy of its lockfile. */
let id: string;
let lock: Lockfile;
let bytes: Buffer;
let bundle: Buffer;

beforeAll(async () => {
  await resetDatabase();
  worker = await startWorker({ concurrency: 2 });
  id = await aFilm();
  ({ lock, bytes } = await getLockfile(id));
  bundle = await bundleOf(id);
}, SLOW_MACHINE_MS);
afterAll(async () => {
  await worker.stop();
  await Promise.all([stopSender(), stopListening()]);
});

const changed = (change: (copy: Lockfile) => void): Lockfile => {
  const copy = structuredClone(lock);
  change(copy);
  return copy;
};

it('a lockfile holds all that determined a film, and two downloads are the same bytes', async () => {
  const again = await getLockfile(id);
  expect(again.bytes.equals(bytes)).toBe(true);
  expect(parseLockfile(bytes)).toEqual(lock);
  const film = await getProject(id);
  expect(lock).toMatchObject({
    project_id: id,
    engine: 'local',
    settings: { seed: 7, aspect_ratio: '1:1', clip_duration: 2 },
    snapshot: { digest: film.snapshot_digest },
    film: { blob_hash: film.film_hash, frames: 7 * 30, duration: 7 },
  });
  expect(lock.made_with.ffmpeg).not.toBe('');
  expect(lock.film.parts.map((p) => [p.part, p.scene, p.frames])).toEqual([
    ['title', null, 45],
    ...film.scenes.map((scene) => ['scene', scene.index, Math.round(scene.duration * 30)]),
    ['end', null, 45],
  ]);
  expect(bytes.toString()).not.toMatch(/\d{4}-\d\d-\d\dT|\/tmp\//);
});

it('a lockfile may have as many scenes as a film', () => {
  const { scenes } = lock;
  const many = changed((copy) => {
    const scene = (index: number) =>
      structuredClone(scenes[index % scenes.length]) as (typeof scenes)[number];
    copy.scenes = Array.from({ length: SCENE_LIMITS.perFilm }, (_, index) => scene(index));
  });
  expect(parseLockfile(lockfileBytes(many).bytes).scenes).toHaveLength(SCENE_LIMITS.perFilm);
});

it('the digest and the project’s id stand in the MP4', async () => {
  const { comment } = await probeVideo(await blobStore().localPath(lock.film.blob_hash));
  expect(comment).toContain(id);
  expect(comment).toContain(lock.snapshot?.digest);
});

it('a lockfile holds where its film was made', async () => {
  expect(await verifyLockfile(lock)).toEqual({
    holds: true,
    digest: lockfileBytes(lock).digest,
    findings: [],
  });
});

it('what was changed in a lockfile is found without drawing', async () => {
  const plan = await verifyLockfile(
    changed((l) => {
      if (l.scenes[1]) l.scenes[1].plan.camera_move = 'pan_left';
    }),
  );
  expect(plan).toMatchObject({ holds: false, findings: [{ code: 'scene-input', scene: 1 }] });
  const snapshot = await verifyLockfile(
    changed((l) => {
      if (l.snapshot) l.snapshot.data.manifest.name = 'Another';
    }),
  );
  expect(snapshot.findings.map((f) => f.code)).toEqual(['snapshot-digest']);
  const image = await verifyLockfile(
    changed((l) => {
      const [asset] = l.snapshot?.data.assets ?? [];
      if (asset) asset.image_hash = 'a'.repeat(64);
    }),
  );
  expect(image.findings.map((f) => f.code)).toContain('image-missing');
  const version = await verifyLockfile(
    changed((l) => {
      l.made_with.engine = '1';
      l.made_with.vidpipe = '0.0.1';
    }),
  );
  expect(version.findings).toMatchObject([
    { code: 'engine-version', severity: 'differs' },
    { code: 'program-version', severity: 'note' },
  ]);
});

it('a film is drawn again frame by frame, and what differs is named', {
  timeout: SLOW_MACHINE_MS,
}, async () => {
  const same = await renderLockfile(lock, { stores: [blobStore()] });
  expect(same.findings).toEqual([]);
  expect(same.parts).toEqual(lock.film.parts);

  const moved = changed((l) => {
    if (l.scenes[1]) l.scenes[1].plan.camera_move = 'pan_left';
  });
  const other = await renderLockfile(moved, { stores: [blobStore()] });
  const named = other.findings.filter((f) => f.code === 'frames-differ');
  // The end card dissolves out of the last scene.
  expect(named.map((f) => f.scene)).toEqual([1, undefined]);
  expect(named[0]?.detail).toMatch(/^scene 2: frame \d+ of \d+ is the first that differs$/);
});

it('without its images a lockfile is not drawn, and they are named', async () => {
  const none = { has: async () => false, get: blobStore().get, localPath: blobStore().localPath };
  const { findings, parts } = await renderLockfile(lock, { stores: [none] });
  expect(parts).toEqual([]);
  expect(findings.map((f) => f.detail)).toContain('The image of CHAR_01 Mara is not here.');
});

it('a film that is not finished or was deleted has no lockfile', async () => {
  await expect(getLockfile('019c0000-0000-7000-8000-000000000000')).rejects.toMatchObject({
    code: 'not-found',
  });
  await db().project.update({ where: { id }, data: { title: 'Another title' } });
  await expect(getLockfile(id)).rejects.toMatchObject({ code: 'invalid-state' });
  await db().project.update({ where: { id }, data: { title: lock.settings.title } });
});

it('an installation that knows nothing makes the same film from the bundle', {
  timeout: 2 * SLOW_MACHINE_MS,
}, async () => {
  expect((await unzip(bundle)).map((entry) => entry.name.replace(/[0-9a-f]{64}/, '#'))).toEqual([
    'lockfile.json',
    'images/#.jpg',
    'images/#.jpg',
  ]);
  await deleteProject(id);
  await resetDatabase();

  const alone = async () => ({ fields: {}, files: [await sent('lockfile', bytes)] });
  const looked = (await filmFromLockfile(await alone(), { dry_run: true })) as LockfilePreview;
  expect(looked).toMatchObject({ title: lock.settings.title, scenes: 2, files: { needed: 2, here: 0 } });
  await expect(filmFromLockfile(await alone(), { dry_run: false })).rejects.toMatchObject({
    code: 'validation-failed',
    detail: expect.stringContaining('CHAR_01 Mara'),
  });
  expect(await db().project.count()).toBe(0);

  const body = { fields: {}, files: [await sent('bundle', bundle)] };
  const { project_id } = (await filmFromLockfile(body, { dry_run: false })) as GenerateAnswer;
  await finished(project_id);
  const made = await getLockfile(project_id);
  expect(made.lock.film.parts).toEqual(lock.film.parts);
  expect(made.lock.film.frames_hash).toBe(lock.film.frames_hash);
  expect(made.lock.scenes).toEqual(lock.scenes);
  expect(await db().manifest.count()).toBe(0);
  expect((await getSnapshot(project_id)).digest).toBe(lock.snapshot?.digest);
  expect((await getProject(project_id)).stages.storyboard).toMatchObject({ note: 'From a lockfile' });
});
