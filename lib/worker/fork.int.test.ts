import { describe, expect, it, vi } from 'vitest';
import { createAsset, deleteAsset, setAssetImage, updateAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { createManifest, getManifest } from '../manifests/manifest-service.ts';
import { editFilm, sceneHashIn } from '../projects/edit-film.ts';
import { stitchInputOf } from '../projects/film-parts.ts';
import { forkProject, previewFork } from '../projects/fork-service.ts';
import { getForks } from '../projects/forks.ts';
import { findScenes, findSnapshotFacts } from '../projects/project-repo.ts';
import {
  deleteProject,
  generate,
  getProject,
  getSnapshot,
  stopProject,
} from '../projects/project-service.ts';
import { type ForkInput, forkSchema } from '../schemas/fork.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { type GenerateInput, generateSchema, type ProjectDetail } from '../schemas/project.ts';
import { sceneSchema } from '../schemas/storyboard.ts';
import { findReferenced } from './maintenance.ts';
import { untilStatus, withTestWorker } from './testing-worker.ts';

// Whole runs by the queue, on a machine that may be busy with other suites.
vi.setConfig({ testTimeout: 180_000 });

const engine = withTestWorker();

const until = (id: string, status: string) => untilStatus(id, status, 80_000);

/** Mara, the harbour and the tower. */
async function newCast() {
  const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  const add = async (name: string, asset_type: 'CHARACTER' | 'ENVIRONMENT', colour: string) =>
    (await createAsset(manifest_id, { name, asset_type }, await anImage(colour))).asset_id;
  const mara = await add('Mara', 'CHARACTER', '#a33');
  const harbour = await add('Harbour', 'ENVIRONMENT', '#33a');
  const tower = await add('Tower', 'ENVIRONMENT', '#3a3');
  return { manifest_id, mara, harbour, tower };
}

/** Three shots, no stitch: the clips of the test engine are no films. */
async function newFilm(input: Partial<GenerateInput> = {}): Promise<ProjectDetail> {
  const parsed = generateSchema.parse({
    prompt: '@ENV_01 lies still. @CHAR_01 waits at @ENV_01. @ENV_02 is dark.',
    clip_duration: 2,
    total_duration: 6,
    run_through: 'clips',
    seed: 7,
    ...input,
  });
  const { project_id } = await generate({ ...parsed, engine: 'test' as 'local' });
  const film = await until(project_id, 'staged');
  engine.made.length = 0;
  return film;
}

const fork = async (film: ProjectDetail, input: ForkInput = {}) => {
  const { project_id } = await forkProject(film.project_id, forkSchema.parse(input));
  return until(project_id, 'staged');
};
const preview = (film: ProjectDetail, input: ForkInput = {}) =>
  previewFork(film.project_id, forkSchema.parse(input));
/** What the film would be joined from. */
const stitchInputFor = async ({ project_id: id }: ProjectDetail) =>
  stitchInputOf(
    await db().project.findUniqueOrThrow({ where: { id } }),
    await findScenes(db(), id),
    await findSnapshotFacts(db(), id),
  );
const urlsOf = (film: ProjectDetail) =>
  film.scenes.map((scene) => [...scene.keyframes, ...scene.clips].map((step) => step.url));
const madeScenes = (kind: 'keyframe' | 'clip') =>
  engine.made
    .filter((shot) => shot.kind === kind)
    .map((shot) => shot.scene)
    .sort();
const tagsOf = (film: ProjectDetail) =>
  film.scenes.map((scene) => scene.placements.map((placement) => placement.tag));

describe('forking a film', () => {
  it('with nothing changed makes no picture and writes nothing into the library', async () => {
    const { manifest_id } = await newCast();
    const film = await newFilm({ manifest_id, title: 'The harbour' });
    const before = await db().manifest.findUniqueOrThrow({
      where: { id: manifest_id },
      include: { assets: true },
    });
    expect(await preview(film)).toMatchObject({ keeps_storyboard: true, scenes_total: 3, scenes_shared: 3 });
    const forked = await fork(film);
    expect(engine.made).toEqual([]);
    expect(urlsOf(forked)).toEqual(urlsOf(film));
    expect(forked).toMatchObject({
      title: 'The harbour (Fork)',
      forked_from_id: film.project_id,
      snapshot_digest: film.snapshot_digest,
      manifest_version: 1,
      seed: 7,
      scenes_done: 3,
    });
    expect(forked.stages.storyboard).toMatchObject({
      state: 'skipped',
      note: 'Taken over from “The harbour”',
    });
    expect(forked.scenes.flatMap((s) => [...s.keyframes, ...s.clips]).some((step) => step.is_stale)).toBe(
      false,
    );
    const [was, is] = [await stitchInputFor(film), await stitchInputFor(forked)];
    expect({ ...is, settings: { ...is.settings, title: film.title } }).toEqual({
      ...was,
      credits: { ...was.credits, projectId: forked.project_id },
    });
    const { assets, timesUsed, lastUsedAt, ...rest } = await db().manifest.findUniqueOrThrow({
      where: { id: manifest_id },
      include: { assets: true },
    });
    const { assets: assetsBefore, timesUsed: used, lastUsedAt: last, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(assets).toEqual(assetsBefore);
    expect([used, timesUsed]).toEqual([1, 2]);
    expect(lastUsedAt?.getTime()).toBeGreaterThan(last?.getTime() ?? Number.POSITIVE_INFINITY);
  });

  it.each<[string, ForkInput]>([
    ['another aspect ratio', { aspect_ratio: '9:16' }],
    ['captions in the picture', { burn_captions: true }],
  ])('with %s keeps the storyboard and makes everything', async (_, input) => {
    const film = await newFilm({ manifest_id: (await newCast()).manifest_id });
    expect(await preview(film, input)).toMatchObject({ keeps_storyboard: true, scenes_shared: 0 });
    const forked = await fork(film, input);
    expect(madeScenes('keyframe')).toEqual([0, 0, 1, 1, 2, 2]);
    expect(madeScenes('clip')).toEqual([0, 1, 2]);
    expect(forked.scenes.map((s) => s.description)).toEqual(film.scenes.map((s) => s.description));
  });

  it.each<[string, ForkInput]>([
    ['prompt', { prompt: 'Rain falls. It stops.' }],
    ['seed', { seed: 8 }],
    ['total_duration', { total_duration: 4 }],
  ])('with another %s plans the storyboard anew', async (name, input) => {
    const film = await newFilm();
    expect(await preview(film, input)).toMatchObject({
      keeps_storyboard: false,
      anew_because: [name],
      scenes_shared: 0,
    });
    const forked = await fork(film, input);
    expect(forked.stages.storyboard?.state).toBe('done');
    expect(madeScenes('clip')).toEqual(forked.scenes.map((s) => s.index));
  });

  it('with the live manifest makes only the scenes of an asset whose image changed', async () => {
    const { manifest_id, tower } = await newCast();
    const film = await newFilm({ manifest_id });
    const using = tagsOf(film).flatMap((tags, index) => (tags.includes('ENV_02') ? index : []));
    expect(using).toEqual([2]);
    await setAssetImage(tower, await anImage('#ee3'));
    expect(await preview(film, { manifest: 'live' })).toMatchObject({
      scenes_shared: 2,
      scenes: [{ is_shared: true }, { is_shared: true }, { is_shared: false }],
    });
    const { diff } = await getSnapshot(film.project_id, { diff: 'live' });
    expect(diff).toMatchObject({
      touched: [{ manifest_tag: 'ENV_02', scenes: using, redone: using }],
      redone: using,
    });
    expect(diff?.live_assets.map((asset) => asset.manifest_tag)).toEqual(['ENV_02']);
    const forked = await fork(film, { manifest: 'live' });
    expect(madeScenes('clip')).toEqual(using);
    expect(madeScenes('keyframe')).toEqual([2, 2]);
    expect(forked.manifest_version).toBe(2);
    expect(forked.snapshot_digest).not.toBe(film.snapshot_digest);
    expect(urlsOf(forked).slice(0, 2)).toEqual(urlsOf(film).slice(0, 2));
    expect((await getManifest(manifest_id)).times_used).toBe(2);
  });

  it('with an older version that was kept makes what that one has otherwise', async () => {
    const { manifest_id, tower } = await newCast();
    const old = await newFilm({ manifest_id });
    await setAssetImage(tower, await anImage('#ee3'));
    const film = await newFilm({ manifest_id });
    const forked = await fork(film, { manifest: 1 });
    expect(forked).toMatchObject({ manifest_version: 1, snapshot_digest: old.snapshot_digest });
    expect(madeScenes('clip')).toEqual([2]);
    expect(await getManifest(manifest_id)).toMatchObject({ times_used: 3, version: 2 });
    await expect(preview(film, { manifest: 3 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('with the live manifest makes nothing where only words changed', async () => {
    const { manifest_id, mara } = await newCast();
    const film = await newFilm({ manifest_id });
    await updateAsset(mara, { description: 'A red coat.' });
    const { diff } = await getSnapshot(film.project_id, { diff: 'live' });
    expect(diff).toMatchObject({
      touched: [{ manifest_tag: 'CHAR_01', scenes: [1], redone: [] }],
      redone: [],
    });
    await fork(film, { manifest: 'live' });
    expect(engine.made).toEqual([]);
  });

  it('takes out what the live manifest has no more, and says so in the scene', async () => {
    const { manifest_id, mara } = await newCast();
    const film = await newFilm({ manifest_id });
    await deleteAsset(mara);
    expect((await preview(film, { manifest: 'live' })).removed_tags).toEqual(['CHAR_01']);
    const forked = await fork(film, { manifest: 'live' });
    expect(tagsOf(forked).flat()).not.toContain('CHAR_01');
    expect(forked.scenes[1]?.repairs).toEqual([
      { said: 'CHAR_01 Mara', did: 'Taken out: the manifest has it no more.' },
    ]);
    expect(madeScenes('clip')).toEqual([1]);
    expect(tagsOf(await getProject(film.project_id))).toEqual(tagsOf(film));
  });

  it('a changed style is the look of every scene', async () => {
    const { manifest_id } = await newCast();
    const image = await anImage('#456');
    const style = await createAsset(manifest_id, { name: 'Warm print', asset_type: 'STYLE' }, image);
    const film = await newFilm({ manifest_id });
    await updateAsset(style.asset_id, { name: 'Cold print' });
    expect(await preview(film, { manifest: 'live' })).toMatchObject({
      keeps_storyboard: true,
      scenes_shared: 0,
    });
  });

  it('takes edits along and makes what they left stale', async () => {
    const film = await newFilm();
    const [scene] = film.scenes;
    await editFilm(film.project_id, async (tx, edited) => {
      const row = await tx.scene.findUniqueOrThrow({ where: { id: scene?.scene_id ?? '' } });
      const plan = { ...sceneSchema.parse(row.plan), camera_move: 'crane_up' as const };
      const inputHash = sceneHashIn(edited, plan);
      await tx.scene.update({ where: { id: row.id }, data: { plan, inputHash } });
    });
    const forked = await fork(film);
    expect(madeScenes('clip')).toEqual([0]);
    expect(forked.scenes[0]?.camera_move).toBe('crane_up');
  });

  it('shares what a person gave, and all finished takes; another shape leaves own pictures behind', async () => {
    const film = await newFilm();
    const [scene] = film.scenes;
    const where = { sceneId: scene?.scene_id ?? '' };
    const given = { source: 'uploaded', inputHash: null };
    await db().clip.updateMany({ where, data: { isChosen: false } });
    const blobHash = /[0-9a-f]{64}/.exec(film.scenes[1]?.clips[0]?.url ?? '')?.[0] ?? '';
    await db().clip.create({ data: { ...where, ...given, take: 2, state: 'done', blobHash, duration: 2 } });
    const forked = await fork(film);
    expect(engine.made).toEqual([]);
    expect(forked.scenes[0]?.clips.map(({ take, is_chosen, source }) => [take, is_chosen, source])).toEqual([
      [1, false, 'made'],
      [2, true, 'uploaded'],
    ]);
    expect((await preview(film, { aspect_ratio: '1:1' })).own_left).toBe(1);
    const square = await fork(film, { aspect_ratio: '1:1' });
    expect(square.scenes[0]?.clips.map(({ source }) => source)).toEqual(['made']);
    expect(madeScenes('clip')).toEqual([0, 1, 2]);
  });

  it('of one that still runs takes what is finished', async () => {
    engine.clipMs = 60_000;
    const parsed = generateSchema.parse({
      prompt: 'A door opens. Rain falls. The lamp goes out.',
      clip_duration: 2,
      total_duration: 6,
      run_through: 'clips',
    });
    const { project_id } = await generate({ ...parsed, engine: 'test' as 'local' });
    await until(project_id, 'video_gen');
    engine.made.length = 0;
    const input = forkSchema.parse({ run_through: 'keyframes' });
    const forked = await until((await forkProject(project_id, input)).project_id, 'staged');
    expect(madeScenes('keyframe')).toEqual([]);
    expect(forked.scenes.flatMap((s) => s.keyframes.map((k) => k.state))).toEqual(Array(6).fill('done'));
    await stopProject(project_id);
    // At rest, or the worker meets the next test's empty tables.
    await until(project_id, 'cancelled');
  });

  it('two with one key at once are one fork, and a key of another film is refused', async () => {
    const film = await newFilm();
    const request_key = '019c0000-0000-4000-8000-000000000001';
    const input = forkSchema.parse({ request_key });
    const answers = await Promise.all([
      forkProject(film.project_id, input),
      forkProject(film.project_id, input),
    ]);
    expect(answers[0]?.project_id).toBe(answers[1]?.project_id);
    expect(await getForks(film.project_id)).toMatchObject({ total: 1, forked_from: null });
    const other = await newFilm();
    await expect(forkProject(other.project_id, input)).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
    expect(await db().project.count()).toBe(3);
    await until(answers[0]?.project_id ?? '', 'staged');
  });

  it('outlives the film it was forked from, with all its files', async () => {
    const { manifest_id } = await newCast();
    const film = await newFilm({ manifest_id });
    const forked = await fork(film);
    expect(await getForks(forked.project_id)).toMatchObject({
      forked_from: { project_id: film.project_id, title: film.title },
    });
    await deleteProject(film.project_id);
    expect((await getForks(forked.project_id)).forked_from).toBeNull();
    await db().project.delete({ where: { id: film.project_id } });
    const { snapshot } = await getSnapshot(forked.project_id);
    const hashes = [
      ...urlsOf(forked)
        .flat()
        .map((url) => url?.split('/').at(-1) ?? ''),
      ...snapshot.assets.map((asset) => asset.image_hash ?? ''),
    ];
    expect(hashes).toHaveLength(12);
    expect(await findReferenced(hashes)).toEqual(new Set(hashes));
    expect(urlsOf(await getProject(forked.project_id))).toEqual(urlsOf(film));
  });
});
