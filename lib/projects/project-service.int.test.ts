import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAsset, updateAsset } from '../assets/asset-service.ts';
import { anImage } from '../assets/testing.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import { createManifest, deleteManifest, getManifest } from '../manifests/manifest-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import {
  type GenerateInput,
  generateSchema,
  listProjectsQuerySchema,
  type ProjectStatus,
} from '../schemas/project.ts';
import {
  deleteProject,
  generate,
  getProject,
  getProjectStatus,
  getSnapshot,
  listProjects,
  resumeProject,
  retryProject,
  stopProject,
  updateProject,
} from './project-service.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

beforeEach(resetDatabase);
afterAll(stopSender);

const newManifest = async () =>
  (await createManifest(createManifestSchema.parse({ name: 'Cast' }))).manifest_id;
const start = (input: Partial<GenerateInput> = {}) =>
  generate(generateSchema.parse({ prompt: 'Mara waits at the harbour.', ...input }));
const newFilm = async (input?: Partial<GenerateInput>) => (await start(input)).project_id;
const put = (id: string, status: ProjectStatus) => db().project.update({ where: { id }, data: { status } });
const jobs = async (id: string) =>
  db().$queryRaw<{ name: string; attempt: number }[]>`
    SELECT name, (data->>'attempt')::int AS attempt FROM pgboss.job
    WHERE data->>'project_id' = ${id} AND state = 'created' ORDER BY created_on`;
const codeOf = (error: unknown) => (error as { code: string }).code;

describe('generating', () => {
  it('a hundred films started at once from one manifest are a hundred uses', {
    timeout: 60_000,
  }, async () => {
    const manifest_id = await newManifest();
    await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' });
    const answers = await Promise.all(Array.from({ length: 100 }, () => start({ manifest_id })));
    expect(new Set(answers.map((a) => a.project_id)).size).toBe(100);
    const manifest = await getManifest(manifest_id);
    expect(manifest.times_used).toBe(100);
    const snapshots = await db().manifestSnapshot.findMany({ where: { manifestId: manifest_id } });
    expect(snapshots).toHaveLength(100);
    expect(new Set(snapshots.map((s) => s.digest)).size).toBe(1);
    expect(
      await db().$queryRaw`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'run-project'`,
    ).toEqual([{ n: 100 }]);
  });

  it('a draft is taken with a warning, and settings not given have their defaults', async () => {
    const manifest_id = await newManifest();
    await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' });
    const { project_id, status, warnings } = await start({ manifest_id });
    expect(status).toBe('pending');
    expect(warnings.map((w) => w.code)).toContain('manifest-not-analysed');
    expect(await getProject(project_id)).toMatchObject({
      title: 'Mara waits at the harbour',
      style: 'cinematic',
      aspect_ratio: '16:9',
      clip_duration: 6,
      total_duration: 15,
      manifest_id,
      manifest_name: 'Cast',
      manifest_version: 1,
      status: 'pending',
    });
  });

  it('an unknown, deleted or busy manifest starts nothing', async () => {
    await expect(start({ manifest_id: UNKNOWN })).rejects.toMatchObject({ code: 'not-found' });
    const deleted = await newManifest();
    await deleteManifest(deleted);
    await expect(start({ manifest_id: deleted })).rejects.toMatchObject({ code: 'not-found' });
    const busy = await newManifest();
    await db().manifest.update({ where: { id: busy }, data: { status: 'PROCESSING' } });
    await expect(start({ manifest_id: busy })).rejects.toMatchObject({ code: 'invalid-state' });
    expect(await db().project.count()).toBe(0);
    expect(await db().$queryRaw`SELECT 1 FROM pgboss.job`).toEqual([]);
    expect((await getManifest(busy)).times_used).toBe(0);
  });

  it('images become a manifest that the library does not show', async () => {
    const input = generateSchema.parse({ prompt: 'A valley.' });
    const { project_id } = await generate(input, [await anImage('#383', 'valley.png')]);
    const owned = await db().manifest.findFirstOrThrow({ include: { assets: true } });
    expect(owned).toMatchObject({ ownerProjectId: project_id, assetCount: 1 });
    expect(owned.assets[0]).toMatchObject({
      name: 'Valley',
      assetType: 'ENVIRONMENT',
      manifestTag: 'ENV_01',
    });
    const both = generateSchema.parse({ prompt: 'A valley.', manifest_id: owned.id });
    await expect(generate(both, [await anImage('#383')])).rejects.toMatchObject({
      code: 'validation-failed',
    });
  });
});

describe('the snapshot', () => {
  it('stays as it was and tells what the library has changed since', async () => {
    const manifest_id = await newManifest();
    const mara = await createAsset(
      manifest_id,
      { name: 'Mara', asset_type: 'CHARACTER' },
      await anImage('#a33'),
    );
    const id = await newFilm({ manifest_id });
    const before = await getSnapshot(id, { diff: 'live' });
    expect(before.diff).toMatchObject({ live_version: 1, added: [], removed: [], changed: [] });
    await updateAsset(mara.asset_id, { name: 'Mara, older' });
    await createAsset(manifest_id, { name: 'Tomas', asset_type: 'CHARACTER' });
    const after = await getSnapshot(id, { diff: 'live' });
    expect(after.diff).toMatchObject({
      live_version: 2,
      added: ['CHAR_02'],
      removed: [],
      changed: [{ manifest_tag: 'CHAR_01', fields: ['name'] }],
    });
    expect({ ...after, diff: null }).toEqual({ ...before, diff: null });
    expect((await getSnapshot(id)).diff).toBeNull();
  });

  it('is refused a change by the database itself, and not there without a manifest', async () => {
    const id = await newFilm({ manifest_id: await newManifest() });
    const change = db().manifestSnapshot.updateMany({
      where: { projectId: id },
      data: { digest: 'a'.repeat(64) },
    });
    await expect(change).rejects.toThrow(/never change/);
    await expect(getSnapshot(await newFilm())).rejects.toMatchObject({ code: 'not-found' });
    await expect(getSnapshot(UNKNOWN)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('stop, resume and retry', () => {
  it('a film that waits is stopped at once and resumed with one job of the next attempt', async () => {
    const id = await newFilm();
    expect(await stopProject(id)).toMatchObject({ status: 'cancelled' });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => resumeProject(id)));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of results) if (r.status === 'rejected') expect(codeOf(r.reason)).toBe('invalid-state');
    expect(await getProjectStatus(id)).toMatchObject({ status: 'pending', stop_requested: false });
    expect((await jobs(id)).map((j) => j.attempt)).toEqual([1, 2]);
  });

  it('a stop waits for what runs and is not lost', async () => {
    const id = await newFilm();
    await put(id, 'keyframing');
    const { keyframes } = await db().scene.create({
      data: {
        projectId: id,
        sceneIndex: 0,
        slugLine: 'EXT.',
        description: '',
        duration: 2,
        plan: {},
        keyframes: { create: [{ position: 'start', state: 'running', startedAt: new Date() }] },
      },
      include: { keyframes: true },
    });
    for (const _ of [1, 2])
      expect(await stopProject(id)).toMatchObject({ status: 'keyframing', stop_requested: true });
    await expect(resumeProject(id)).rejects.toMatchObject({ code: 'invalid-state' });
    await db().keyframe.update({ where: { id: keyframes[0]?.id ?? '' }, data: { state: 'waiting' } });
    expect(await stopProject(id)).toMatchObject({ status: 'cancelled' });
  });

  it('a stop and a resume at the same moment end in one of both, whole', async () => {
    const id = await newFilm();
    await stopProject(id);
    await Promise.allSettled([resumeProject(id), stopProject(id), resumeProject(id), stopProject(id)]);
    const row = await db().project.findUniqueOrThrow({ where: { id } });
    expect(['pending', 'cancelled']).toContain(row.status);
    expect(row.stopRequestedAt === null).toBe(row.status === 'pending');
    const newest = Math.max(...(await jobs(id)).map((j) => j.attempt));
    expect(newest).toBe(row.attempt);
  });

  it('each is allowed in its own states only', async () => {
    const id = await newFilm();
    const allowed = {
      stop: ['pending', 'manifesting', 'storyboarding', 'keyframing', 'video_gen', 'stitching'],
      resume: ['cancelled', 'staged'],
      retry: ['partial', 'failed'],
    };
    for (const [verb, run] of [
      ['stop', stopProject],
      ['resume', resumeProject],
      ['retry', retryProject],
    ] as const)
      for (const status of ['complete', 'failed', 'partial', 'cancelled', 'staged', 'video_gen'] as const) {
        await put(id, status);
        const outcome = await run(id).then(() => 'allowed', codeOf);
        expect(outcome, `${verb} of ${status}`).toBe(
          allowed[verb].includes(status) ? 'allowed' : 'invalid-state',
        );
      }
    for (const run of [stopProject, resumeProject, retryProject])
      await expect(run(UNKNOWN)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('resuming a film that stopped where it was asked to makes the rest', async () => {
    const id = await newFilm({ run_through: 'storyboard' });
    await put(id, 'staged');
    await resumeProject(id);
    expect((await getProject(id)).run_through).toBeNull();
  });
});

describe('the list', () => {
  const page = (query: Record<string, string> = {}) => listProjects(listProjectsQuerySchema.parse(query));

  it('goes through all films once, newest first', async () => {
    const ids = [];
    for (let i = 0; i < 7; i++) ids.push(await newFilm({ title: `Film ${i}` }));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { items, next_cursor, total } = await page({ limit: '3', ...(cursor && { cursor }) });
      expect(total).toBe(7);
      seen.push(...items.map((p) => p.project_id));
      cursor = next_cursor;
    } while (cursor);
    expect(seen).toEqual(ids.reverse());
    await expect(page({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  it('searches titles and prompts literally and filters by state and manifest', async () => {
    const manifest_id = await newManifest();
    await newFilm({ title: '100% done', manifest_id });
    await newFilm({ title: 'A_B', prompt: 'snow' });
    const titles = async (query: Record<string, string>) => (await page(query)).items.map((p) => p.title);
    expect(await titles({ q: '%' })).toEqual(['100% done']);
    expect(await titles({ q: '_' })).toEqual(['A_B']);
    expect(await titles({ q: '\\' })).toEqual([]);
    expect(await titles({ q: 'SNOW' })).toEqual(['A_B']);
    expect(await titles({ manifest_id })).toEqual(['100% done']);
    expect(await titles({ status: 'complete' })).toEqual([]);
  });
});

describe('titles and deleting', () => {
  it('a film is renamed, and a deleted one is stopped and gone', async () => {
    const manifest_id = await newManifest();
    const id = await newFilm({ manifest_id });
    expect((await updateProject(id, { title: 'The light' })).title).toBe('The light');
    await expect(deleteManifest(manifest_id)).rejects.toMatchObject({ code: 'in-use' });
    await deleteProject(id);
    for (const read of [getProject, getProjectStatus, getSnapshot, deleteProject, stopProject])
      await expect(read(id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await db().project.findUniqueOrThrow({ where: { id } })).status).toBe('cancelled');
    await deleteManifest(manifest_id);
  });
});
