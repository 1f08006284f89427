import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { anImage } from '#lib/assets/testing.ts';
import { stopListening } from '#lib/db/events.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { generate } from '#lib/projects/project-service.ts';
import type { ForkAnswer, ForkPreview } from '#lib/schemas/fork.ts';
import { generateSchema } from '#lib/schemas/project.ts';
import { POST as fork } from './[id]/fork/route.ts';
import { GET as forks } from './[id]/forks/route.ts';
import { POST as save } from './[id]/save-manifest/route.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

beforeEach(resetDatabase);
afterAll(async () => {
  await Promise.all([stopSender(), stopListening()]);
});

const newFilm = async () =>
  (await generate(generateSchema.parse({ prompt: 'Rain. Sun.', title: 'Rain' }))).project_id;
const post = (id: string, body?: unknown, { query = '', headers = {} } = {}) =>
  call(fork, { method: 'POST', path: `/api/projects/${id}/fork${query}`, params: { id }, body, headers });
const films = () => db().project.count();

describe('POST /api/projects/{id}/fork', () => {
  it('answers 202 with where to look, and the film lists its fork', async () => {
    const id = await newFilm();
    const { status, body, headers } = await post(id);
    const { project_id } = body as ForkAnswer;
    expect(status).toBe(202);
    expect(body).toEqual({
      project_id,
      status: 'pending',
      status_url: `/api/projects/${project_id}/status`,
      warnings: [],
    });
    expect(headers.get('location')).toBe(`/api/projects/${project_id}`);
    const listed = await call(forks, { path: `/api/projects/${id}/forks`, params: { id } });
    expect(listed.body).toMatchObject({
      forked_from: null,
      total: 1,
      forks: [{ project_id, title: 'Rain (Fork)', status: 'pending' }],
    });
  });

  it('two at once with one Idempotency-Key are one fork', async () => {
    const id = await newFilm();
    const options = { headers: { 'idempotency-key': 'fork-1' } };
    const answers = await Promise.all([post(id, { seed: 1 }, options), post(id, { seed: 1 }, options)]);
    expect(answers.map((a) => a.status).sort()).toSatisfy(
      (codes: number[]) => codes[0] === 202 && [202, 409].includes(codes[1] ?? 0),
    );
    expect((await post(id, { seed: 1 }, options)).headers.get('idempotent-replayed')).toBe('true');
    expect(await films()).toBe(2);
    expect((await post(id, { seed: 2 }, options)).status).toBe(422);
  });

  it('with dry_run only says what it would share', async () => {
    const id = await newFilm();
    const { status, body } = await post(
      id,
      { total_duration: 4, clip_duration: 2 },
      { query: '?dry_run=true' },
    );
    expect(status).toBe(200);
    expect(body as ForkPreview).toMatchObject({
      keeps_storyboard: false,
      anew_because: ['no-storyboard'],
      scenes_total: 2,
      scenes_shared: 0,
    });
    expect(await films()).toBe(1);
  });

  it.each([
    ['another shape', { aspect_ratio: '4:3' }],
    ['an empty prompt', { prompt: ' ' }],
    ['null for a setting that cannot be none', { style: null }],
    ['an unknown field', { status: 'complete' }],
    ['another engine', { engine: 'test' }],
    ['a manifest of its own', { manifest_id: UNKNOWN }],
    ['a seed beyond 31 bits', { seed: 2_147_483_648 }],
    ['a key that is no id', { request_key: 'a' }],
    ['a manifest that the film has not', { manifest: 'live' }],
  ])('refuses %s', async (_, body) => {
    const id = await newFilm();
    expect((await post(id, body)).status).toBe(422);
    expect(await films()).toBe(1);
  });

  it('knows no film that is not there or was deleted', async () => {
    expect((await post(UNKNOWN)).status).toBe(404);
    expect((await post('1')).status).toBe(404);
    const id = await newFilm();
    await db().project.update({ where: { id }, data: { deletedAt: new Date() } });
    expect((await post(id)).status).toBe(404);
    expect((await call(forks, { path: `/api/projects/${id}/forks`, params: { id } })).status).toBe(404);
  });
});

describe('POST /api/projects/{id}/save-manifest', () => {
  const press = (id: string, body?: unknown) =>
    call(save, { method: 'POST', path: `/api/projects/${id}/save-manifest`, params: { id }, body });

  it('refuses a film without images of its own, one whose images are analysed, and an empty name', async () => {
    expect((await press(await newFilm())).status).toBe(404);
    const { project_id: id } = await generate(generateSchema.parse({ prompt: 'A valley.' }), [
      await anImage('#383'),
    ]);
    expect((await press(id)).status).toBe(409);
    expect((await press(id, { name: ' ' })).status).toBe(422);
  });
});
