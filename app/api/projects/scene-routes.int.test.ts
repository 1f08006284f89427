import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAsset } from '#lib/assets/asset-service.ts';
import { anImage } from '#lib/assets/testing.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { createManifest } from '#lib/manifests/manifest-service.ts';
import { generate, getProject } from '#lib/projects/project-service.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import { generateSchema, type ProjectScene } from '#lib/schemas/project.ts';
import { runProjectJob } from '#lib/worker/run-project-job.ts';
import { POST as restore } from './[id]/scenes/[scene_id]/restore/route.ts';
import { PATCH as patch, DELETE as remove } from './[id]/scenes/[scene_id]/route.ts';
import { POST as restoreTake } from './[id]/scenes/[scene_id]/takes/[take]/restore/route.ts';
import { PUT as order } from './[id]/scenes/order/route.ts';
import { POST as add } from './[id]/scenes/route.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

beforeEach(resetDatabase);
afterAll(stopSender);

/** A film that waits after its storyboard of three scenes, with one character and one place. */
async function stagedFilm() {
  const { manifest_id } = await createManifest(createManifestSchema.parse({ name: 'Cast' }));
  await createAsset(manifest_id, { name: 'Mara', asset_type: 'CHARACTER' }, await anImage('#a33'));
  await createAsset(manifest_id, { name: 'Harbour', asset_type: 'ENVIRONMENT' }, await anImage('#33a'));
  const input = generateSchema.parse({
    prompt: 'The @ENV_01 at dusk. @CHAR_01 waits. The lamp goes out.',
    clip_duration: 2,
    total_duration: 6,
    run_through: 'storyboard',
    manifest_id,
  });
  const { project_id: id } = await generate(input);
  await runProjectJob({ project_id: id, attempt: 1 }, { signal: new AbortController().signal } as never);
  const film = await getProject(id);
  expect(film.status).toBe('staged');
  const ids = film.scenes.map((scene) => scene.scene_id);
  return { id, ids, first: ids[0] ?? '' };
}

const change = (id: string, scene_id: string, body: unknown, headers: Record<string, string> = {}) =>
  call(patch, { method: 'PATCH', params: { id, scene_id }, body, headers });

describe('PATCH /api/projects/{id}/scenes/{scene_id}', () => {
  it('answers with the scene and its new ETag', async () => {
    const { id, first } = await stagedFilm();
    const body = { title: 'Quay', description: 'Ropes.', duration: 2.51, continuity: ['It rains.'] };
    const answer = await change(id, first, body, { 'if-match': '"1"' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.body).toMatchObject({ ...body, duration: 2.5, revision: 2, scene_id: first });
    const row = await db().scene.findUniqueOrThrow({ where: { id: first } });
    expect(row).toMatchObject({ description: 'Ropes.', duration: 2.5, revision: 2 });
  });

  it('of two edits of one revision one wins and the other answers 412 with the scene as it is', async () => {
    const { id, first } = await stagedFilm();
    const answers = await Promise.all(
      ['One.', 'Two.'].map((description) => change(id, first, { description }, { 'if-match': '"1"' })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 412]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    const { description } = { ...(won?.body as ProjectScene) };
    expect(lost?.headers.get('etag')).toBe('"2"');
    expect(lost?.body).toMatchObject({
      code: 'precondition-failed',
      current_revision: 2,
      current: { description },
    });
  });

  it('an edit that changes nothing is no edit', async () => {
    const { id, first } = await stagedFilm();
    const { description } = (await getProject(id)).scenes[0] ?? {};
    expect((await change(id, first, { description })).headers.get('etag')).toBe('"1"');
  });

  it('what is placed gets the type and name of the snapshot, and its image; what left loses it', async () => {
    const { id, first } = await stagedFilm();
    const placed = { tag: 'CHAR_01', role: 'subject', position: 'left', action: 'waves' };
    const { body } = await change(id, first, { placements: [placed] });
    expect(body).toMatchObject({
      placements: [{ ...placed, name: 'Mara', asset_type: 'CHARACTER' }],
      references: [{ tag: 'CHAR_01', for: 'CHAR_01', chosen_by: 'person' }],
    });
    expect((await change(id, first, { placements: [] })).body).toMatchObject({
      placements: [],
      references: [],
    });
  });

  const placement = (tag: string) => ({ tag, role: 'subject', position: 'left' });
  it.each([
    ['a tag that is not in the snapshot', { placements: [placement('CHAR_09')] }, '#/placements/0/tag'],
    ['a tag twice', { placements: [placement('CHAR_01'), placement('CHAR_01')] }, '#/placements'],
    [
      'a reference that is not in the snapshot',
      { references: [{ tag: 'PROP_07', for: 'ENV_01' }] },
      '#/references/0/tag',
    ],
    [
      'a reference for what is not placed',
      { placements: [], references: [{ tag: 'CHAR_01', for: 'CHAR_01' }] },
      '#/references/0/for',
    ],
    [
      'a speaker who is not in the snapshot',
      {
        audio: {
          dialogue: [{ speaker: 'CHAR_09', text: 'Hello.', starts_at: 0 }],
          effects: [],
          ambience: '',
          music: '',
        },
      },
      '#/audio/dialogue/0/speaker',
    ],
    [
      'a line after the end',
      {
        audio: {
          dialogue: [{ speaker: null, text: 'Hello.', starts_at: 9 }],
          effects: [],
          ambience: '',
          music: '',
        },
      },
      '#/audio/dialogue/0/starts_at',
    ],
    ['a shot that is none', { shot_type: 'drone' }, '#/shot_type'],
    ['no length', { duration: 0 }, '#/duration'],
    ['an endless length', { duration: 31 }, '#/duration'],
    ['a field that is not its own', { index: 4 }, '#/index'],
    ['a title of two lines', { title: 'a\nb' }, '#/title'],
  ])('refuses %s', async (_, body, pointer) => {
    const { id, first } = await stagedFilm();
    const answer = await change(id, first, body);
    expect(answer.status).toBe(422);
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map((e) => e.pointer)).toContain(pointer);
    expect((await db().scene.findUniqueOrThrow({ where: { id: first } })).revision).toBe(1);
  });

  it('a scene of another film is not found', async () => {
    const [one, other] = [await stagedFilm(), await stagedFilm()];
    expect((await change(one.id, other.first, { title: 'Mine' })).status).toBe(404);
    expect((await change(UNKNOWN, one.first, { title: 'Mine' })).status).toBe(404);
    expect((await change(one.id, 'x', { title: 'Mine' })).status).toBe(404);
  });
});

describe('scenes of a film', () => {
  it('one is added at the beginning, after another and at the end', async () => {
    const { id, ids } = await stagedFilm();
    const post = (body: unknown) => call(add, { method: 'POST', params: { id }, body });
    const places = [];
    for (const body of [{ after: null }, { after: ids[1] }, {}]) {
      const { status, body: scene, headers } = await post(body);
      expect(status).toBe(201);
      expect(headers.get('etag')).toMatch(/^"\d+"$/);
      places.push((scene as ProjectScene).index);
      expect(scene).toMatchObject({ keyframes: [{ state: 'waiting' }, { state: 'waiting' }] });
    }
    expect(places).toEqual([0, 3, 5]);
    expect((await post({ after: UNKNOWN })).status).toBe(404);
    const { scenes } = await getProject(id);
    expect(scenes.map((s) => s.index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('one is removed and comes back to its place, also after another was removed before it', async () => {
    const { id, ids } = await stagedFilm();
    const params = (scene_id: string | undefined) => ({ id, scene_id: scene_id ?? '' });
    const drop = (at: number, headers = {}) =>
      call(remove, { method: 'DELETE', params: params(ids[at]), headers });
    expect((await drop(2, { 'if-match': '"9"' })).status).toBe(412);
    expect((await drop(2)).body).toEqual({ status: 'removed', scene_id: ids[2] });
    expect((await drop(2)).status).toBe(404);
    expect((await drop(0)).status).toBe(200);
    expect(await drop(1)).toMatchObject({
      status: 409,
      body: { detail: 'A film has at least one scene.' },
    });
    const back = (at: number) => call(restore, { method: 'POST', params: params(ids[at]) });
    expect((await back(0)).body).toMatchObject({ index: 0 });
    expect((await back(2)).body).toMatchObject({ index: 2 });
    expect((await back(2)).status).toBe(200);
    expect((await getProject(id)).scenes.map((s) => s.scene_id)).toEqual(ids);
  });

  it('an order names every scene once', async () => {
    const { id, ids } = await stagedFilm();
    const put = (scene_ids: unknown) => call(order, { method: 'PUT', params: { id }, body: { scene_ids } });
    const turned = [...ids].reverse();
    const answer = await put(turned);
    expect((answer.body as ProjectScene[]).map((s) => s.scene_id)).toEqual(turned);
    expect((answer.body as ProjectScene[]).map((s) => s.revision)).toEqual([2, 1, 2]);
    for (const wrong of [ids.slice(1), [...ids, ids[0]], [...ids, UNKNOWN], []])
      expect((await put(wrong)).status).toBe(422);
  });
});

it('restoring a take that was not deleted changes nothing, also before it is made', async () => {
  const { id, first } = await stagedFilm();
  const before = await db().clip.findMany({ where: { sceneId: first } });
  expect(before).toMatchObject([{ state: 'waiting', isChosen: true }]);
  const answer = await call(restoreTake, { method: 'POST', params: { id, scene_id: first, take: '1' } });
  expect(answer).toMatchObject({ status: 200, body: { take: 1 } });
  expect(await db().clip.findMany({ where: { sceneId: first } })).toEqual(before);
});
