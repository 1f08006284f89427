import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { recordStatements } from '../db/recorded-statements.ts';
import { resetDatabase } from '../db/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import { createManifest } from '../manifests/manifest-service.ts';
import { processManifest } from '../manifests/processing-service.ts';
import { generate, getProject } from '../projects/project-service.ts';
import { claimStep, reportProgress, settleStep } from '../projects/step-repo.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { generateSchema } from '../schemas/project.ts';
import { giveUpJob } from './give-up-job.ts';
import { findReferenced } from './maintenance.ts';
import { makeClipJob } from './make-clip-job.ts';
import { makeKeyframeJob } from './make-keyframe-job.ts';
import { reconcile } from './reconcile.ts';
import { runProjectJob } from './run-project-job.ts';
import { registerTestEngine } from './testing-engine.ts';

// No worker here: the tests hold what it would do, step by step.
const engine = registerTestEngine();
const first = { isRedelivered: false, signal: new AbortController().signal };
const again = { ...first, isRedelivered: true };

beforeEach(async () => {
  await resetDatabase();
  engine.made.length = 0;
});
afterAll(stopSender);

/** A film of two shots whose storyboard is done. */
async function plannedFilm() {
  const input = generateSchema.parse({ prompt: 'Rain. Sun.', clip_duration: 2, total_duration: 4 });
  const { project_id } = await generate({ ...input, engine: 'test' as 'local' });
  await runProjectJob({ project_id, attempt: 1 }, first);
  const { scenes } = await getProject(project_id);
  return { project_id, attempt: 1, keyframes: scenes.flatMap((s) => s.keyframes.map((k) => k.keyframe_id)) };
}
type Film = Awaited<ReturnType<typeof plannedFilm>>;

const job = ({ project_id, attempt }: Film, keyframe_id = '') => ({ project_id, attempt, keyframe_id });
const claim = ({ project_id, attempt }: Film, id = '', isRedelivered = false) =>
  claimStep({ kind: 'keyframe', id, projectId: project_id, attempt, isRedelivered });
const stateOf = async (id = '') => (await db().keyframe.findUniqueOrThrow({ where: { id } })).state;
const liveJobs = async (name: string) =>
  (await db().$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE name = ${name} AND state = 'created'`)
    .length;
const loseJobs = () => db().$executeRaw`DELETE FROM pgboss.job`;
const drawAll = async (film: Film) => {
  for (const id of film.keyframes) await makeKeyframeJob(job(film, id), first);
};

describe('a step', () => {
  it('is made once, however often its job is delivered', async () => {
    const film = await plannedFilm();
    await Promise.all([1, 2, 3].map(() => makeKeyframeJob(job(film, film.keyframes[0]), first)));
    await makeKeyframeJob(job(film, film.keyframes[0]), again);
    expect(engine.made).toHaveLength(1);
    expect(await stateOf(film.keyframes[0])).toBe('done');
  });

  it('of a dead worker is taken over, and what the dead one still writes does not count', async () => {
    const film = await plannedFilm();
    const [id] = film.keyframes;
    const dead = await claim(film, id);
    expect(await claim(film, id)).toBeNull();
    const alive = await claim(film, id, true);
    if (!dead || !alive) throw new Error('not claimed');
    await settleStep(dead, { state: 'failed', error: 'late' });
    expect(await stateOf(id)).toBe('running');
    await settleStep(alive, { state: 'waiting' });
    expect(await stateOf(id)).toBe('waiting');
  });

  it('of an older attempt does nothing', async () => {
    const film = await plannedFilm();
    await db().project.update({ where: { id: film.project_id }, data: { attempt: 2 } });
    await makeKeyframeJob(job(film, film.keyframes[0]), first);
    expect(engine.made).toHaveLength(0);
  });

  it('that ends last starts the next stage once', async () => {
    const film = await plannedFilm();
    await loseJobs();
    await Promise.all(film.keyframes.map((id) => makeKeyframeJob(job(film, id), first)));
    expect((await getProject(film.project_id)).status).toBe('video_gen');
    expect(await liveJobs('clip')).toBe(2);
  });

  it('says how far it is without waiting for the disk while it holds the film', async () => {
    const film = await plannedFilm();
    await drawAll(film);
    const { id } = await db().clip.findFirstOrThrow();
    const { project_id: projectId, attempt } = film;
    const clip = await claimStep({ kind: 'clip', id, projectId, attempt, isRedelivered: false });
    if (!clip) throw new Error('not claimed');
    const [begin, first] = await recordStatements(() => reportProgress(clip, 0.4));
    expect([begin?.text, first?.text]).toEqual(['BEGIN', 'SET LOCAL synchronous_commit = off']);
    expect((await db().clip.findUniqueOrThrow({ where: { id } })).progress).toBeCloseTo(0.4);
  });
});

describe('a storyboard', () => {
  it('is written once by two workers', async () => {
    const input = generateSchema.parse({ prompt: 'Rain. Sun.', clip_duration: 2, total_duration: 4 });
    const { project_id } = await generate({ ...input, engine: 'test' as 'local' });
    await Promise.all([1, 2].map(() => runProjectJob({ project_id, attempt: 1 }, first)));
    expect((await getProject(project_id)).scenes).toHaveLength(2);
    expect(await liveJobs('keyframe')).toBe(4);
  });
});

describe('reconciling', () => {
  it('gives jobs to what lost them and nothing to what has them', async () => {
    const film = await plannedFilm();
    await reconcile();
    expect(await liveJobs('keyframe')).toBe(4);
    await claim(film, film.keyframes[0]);
    await loseJobs();
    await reconcile();
    expect(await stateOf(film.keyframes[0])).toBe('waiting');
    expect(await liveJobs('keyframe')).toBe(4);
    await reconcile();
    expect(await liveJobs('keyframe')).toBe(4);
  });

  it('puts a film back to work in every stage', async () => {
    const film = await plannedFilm();
    await drawAll(film);
    await loseJobs();
    await reconcile();
    expect(await liveJobs('clip')).toBe(2);
    const { scenes } = await getProject(film.project_id);
    for (const { clips } of scenes)
      await makeClipJob({ project_id: film.project_id, attempt: 1, clip_id: clips[0]?.clip_id ?? '' }, first);
    expect((await getProject(film.project_id)).status).toBe('stitching');
    await loseJobs();
    await reconcile();
    expect(await liveJobs('stitch')).toBe(1);
    await db().project.update({ where: { id: film.project_id }, data: { status: 'pending' } });
    await loseJobs();
    await reconcile();
    expect(await liveJobs('run-project')).toBe(1);
  });

  it('leaves no manifest in PROCESSING', async () => {
    const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
    await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' }, await anImage('#a33'));
    await processManifest(manifest_id, 'all');
    await reconcile();
    expect(await liveJobs('analyse-asset')).toBe(1);
    await loseJobs();
    await reconcile();
    expect(await liveJobs('analyse-asset')).toBe(1);
  });
});

describe('a job that failed for good', () => {
  it('fails its step and not the film', async () => {
    const film = await plannedFilm();
    await claim(film, film.keyframes[0]);
    await giveUpJob('keyframe', job(film, film.keyframes[0]));
    expect(await stateOf(film.keyframes[0])).toBe('failed');
    for (const id of film.keyframes.slice(1)) await makeKeyframeJob(job(film, id), first);
    expect((await getProject(film.project_id)).status).toBe('video_gen');
  });

  it('fails the film where nothing else can go on, unless it went on', async () => {
    const film = await plannedFilm();
    await giveUpJob('run-project', { project_id: film.project_id, attempt: 1 });
    expect((await getProject(film.project_id)).status).toBe('keyframing');
    await db().project.update({ where: { id: film.project_id }, data: { status: 'stitching' } });
    await giveUpJob('stitch', { project_id: film.project_id, attempt: 1 });
    expect(await getProject(film.project_id)).toMatchObject({
      status: 'failed',
      error_code: 'worker-failed',
    });
  });
});

describe('sweeping', () => {
  it('knows everything that a row names, thumbnails included, and nothing else', async () => {
    const image = await anImage('#a33');
    const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
    const asset = await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' }, image);
    const input = generateSchema.parse({ prompt: 'Rain.', manifest_id });
    await generate(input);
    const all = [image.original.hash, image.master.hash, ...Object.values(image.thumbs).map((t) => t.hash)];
    const stranger = 'f'.repeat(64);
    expect(await findReferenced([...all, stranger])).toEqual(new Set(all));
    // The asset is gone; the snapshot still names its picture.
    await db().asset.delete({ where: { id: asset.asset_id } });
    expect(await findReferenced([...all, stranger])).toEqual(new Set(all));
    await db().project.deleteMany();
    expect(await findReferenced([...all, stranger]), 'by the version').toEqual(new Set(all));
    await db().manifest.deleteMany();
    expect(await findReferenced([...all, stranger])).toEqual(new Set());

    const film = await plannedFilm();
    await drawAll(film);
    const frames = await db().keyframe.findMany();
    const hashes = frames.map((k) => k.blobHash ?? '');
    expect(await findReferenced(hashes)).toEqual(new Set(hashes));
  });
});
