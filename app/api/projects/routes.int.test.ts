import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { pngOf } from '#lib/assets/testing.ts';
import { insertBlobs } from '#lib/blobs/blob-repo.ts';
import { blobStore } from '#lib/blobs/store-instance.ts';
import { stopListening } from '#lib/db/events.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { testScene } from '#lib/engines/local/testing.ts';
import { encodeCursor } from '#lib/http/cursor.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { WORKER_APPLICATION } from '#lib/jobs/worker-name.ts';
import type { GenerateAnswer, ProjectListItem } from '#lib/schemas/project.ts';
import { beginDraining } from '#lib/server/draining.ts';
import { forgetDraining } from '#lib/server/testing-draining.ts';
import { POST as generate } from '../generate/route.ts';
import { GET as health } from '../health/route.ts';
import { GET as ready } from '../ready/route.ts';
import { GET as events } from './[id]/events/route.ts';
import { GET as film, HEAD as filmHead } from './[id]/film/route.ts';
import { POST as resume } from './[id]/resume/route.ts';
import { POST as retry } from './[id]/retry/route.ts';
import { GET as get, PATCH as patch, DELETE as remove } from './[id]/route.ts';
import { GET as snapshot } from './[id]/snapshot/route.ts';
import { GET as status } from './[id]/status/route.ts';
import { POST as stop } from './[id]/stop/route.ts';
import { GET as subtitles } from './[id]/subtitles.vtt/route.ts';
import { GET as list } from './route.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

beforeEach(resetDatabase);
afterAll(async () => {
  await Promise.all([stopSender(), stopListening()]);
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  call(generate, { method: 'POST', path: '/api/generate', body, headers });
const newFilm = async () => ((await post({ prompt: 'Rain. Sun.' })).body as GenerateAnswer).project_id;

describe('POST /api/generate', () => {
  it('answers 202 with where to look', async () => {
    const { status, body, headers } = await post({ prompt: 'Rain. Sun.' });
    const { project_id } = body as GenerateAnswer;
    expect(status).toBe(202);
    expect(body).toEqual({
      project_id,
      status: 'pending',
      status_url: `/api/projects/${project_id}/status`,
      warnings: [],
    });
    expect(headers.get('location')).toBe(`/api/projects/${project_id}`);
  });

  it('the same Idempotency-Key starts one film', async () => {
    const headers = { 'idempotency-key': 'film-1' };
    const answers = [await post({ prompt: 'Rain.' }, headers), await post({ prompt: 'Rain.' }, headers)];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await db().project.count()).toBe(1);
    expect((await post({ prompt: 'Snow.' }, headers)).status).toBe(422);
  });

  it.each([
    ['no prompt', {}],
    ['an empty prompt', { prompt: '  ' }],
    ['a prompt that is not text', { prompt: { $ne: null } }],
    ['a prompt with a NUL', { prompt: 'a\0b' }],
    ['half a surrogate pair', { prompt: '\ud800' }],
    ['a prompt of 4,001 characters', { prompt: 'x'.repeat(4001) }],
    ['an unknown field', { prompt: 'Rain.', status: 'complete' }],
    ['a prototype', JSON.parse('{"prompt":"Rain.","__proto__":{"a":1}}')],
    ['another shape', { prompt: 'Rain.', aspect_ratio: '4:3' }],
    ['a clip of no length', { prompt: 'Rain.', clip_duration: 0 }],
    ['a negative length', { prompt: 'Rain.', total_duration: -5 }],
    ['a length beyond the end', { prompt: 'Rain.', total_duration: 1e308 }],
    ['a number as text', { prompt: 'Rain.', clip_duration: '6' }],
    ['half a seed', { prompt: 'Rain.', seed: 1.5 }],
    ['a seed beyond 31 bits', { prompt: 'Rain.', seed: 2_147_483_648 }],
    ['another engine', { prompt: 'Rain.', engine: 'test' }],
    ['a stage that cannot be the last', { prompt: 'Rain.', run_through: 'stitch' }],
    ['an id that is none', { prompt: 'Rain.', manifest_id: "1' OR '1'='1" }],
    ['a list', [{ prompt: 'Rain.' }]],
    ['nothing', 'null'],
  ])('refuses %s', async (_, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await db().project.count()).toBe(0);
  });

  it('knows nothing of an unknown manifest', async () => {
    expect((await post({ prompt: 'Rain.', manifest_id: UNKNOWN })).status).toBe(404);
  });

  const form = async (fields: Record<string, string>, files: Record<string, Buffer>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    for (const [name, bytes] of Object.entries(files))
      data.append('images[]', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name);
    return post(data);
  };

  it('takes images with the fields as text', async () => {
    const files = { 'character-mara.png': await pngOf('#a33'), 'harbour.png': await pngOf('#33a') };
    const { status, body } = await form(
      { prompt: 'Rain.', clip_duration: '2.5', seed: '7', enable_audio: 'true' },
      files,
    );
    expect(status).toBe(202);
    const { project_id } = body as GenerateAnswer;
    const row = await db().project.findUniqueOrThrow({ where: { id: project_id } });
    expect(row).toMatchObject({ targetClipDuration: 2.5, seed: 7, enableAudio: true, manifestId: null });
    const owned = await db().manifest.findFirstOrThrow({
      where: { ownerProjectId: project_id },
      include: { assets: true },
    });
    expect(owned.assets.map((a) => a.manifestTag).sort()).toEqual(['CHAR_01', 'ENV_01']);
  });

  it('the same Idempotency-Key with the same images starts one film', async () => {
    const send = async (colour: string) => {
      const data = new FormData();
      data.append('prompt', 'Rain.');
      data.append('images[]', new Blob([new Uint8Array(await pngOf(colour))]), 'mara.png');
      return post(data, { 'idempotency-key': 'film-2' });
    };
    const first = await send('#a33');
    expect(first.status).toBe(202);
    const again = await send('#a33');
    expect(again).toMatchObject({ status: 202, body: first.body as object });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect((await send('#33a')).status).toBe(422);
    expect(await db().project.count()).toBe(1);
  });

  it('images keep the order in which they were sent', async () => {
    const colours = ['#100', '#200', '#300', '#400', '#500', '#600'];
    const files: Record<string, Buffer> = {};
    for (const [i, colour] of colours.entries()) files[`prop-${i}.png`] = await pngOf(colour);
    await form({ prompt: 'Rain.' }, files);
    const assets = await db().asset.findMany({ orderBy: { sortOrder: 'asc' } });
    expect(assets.map((a) => a.fileName)).toEqual(Object.keys(files));
  });

  it('one image that is none refuses the whole film and is named', async () => {
    const files = { 'a.png': await pngOf('#a33'), 'b.png': Buffer.from('<svg onload=alert(1)>') };
    const { status, body } = await form({ prompt: 'Rain.' }, files);
    expect(status).toBe(415);
    expect(body).toMatchObject({ errors: [{ pointer: '#/images/1' }] });
    expect((await form({ prompt: 'Rain.', seed: 'seven' }, {})).status).toBe(422);
    expect((await form({ prompt: 'Rain.', owner: 'x' }, {})).status).toBe(422);
    expect(await db().project.count()).toBe(0);
    expect(await db().manifest.count()).toBe(0);
  });
});

describe('reading films', () => {
  it('lists them with the total and the way to the next page', async () => {
    const ids = [await newFilm(), await newFilm(), await newFilm()];
    const first = await call(list, { path: '/api/projects?limit=2' });
    expect(first.headers.get('x-total-count')).toBe('3');
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await call(list, { path: next });
    const seen = [...(first.body as ProjectListItem[]), ...(second.body as ProjectListItem[])];
    expect(seen.map((p) => p.project_id)).toEqual(ids.reverse());
    expect(second.headers.get('link')).toBeNull();
    for (const path of [
      '?limit=0',
      '?limit=201',
      '?limit=-5',
      '?status=done',
      '?order=asc',
      '?manifest_id=x',
    ])
      expect((await call(list, { path: `/api/projects${path}` })).status, path).toBe(422);
    expect((await call(list, { path: '/api/projects?cursor=e30' })).status).toBe(400);
    for (const [key, id] of [
      ['garbage', UNKNOWN],
      [7, UNKNOWN],
      ['2026-11-21T00:00:00.000Z', '-'.repeat(36)],
    ] as const) {
      const cursor = encodeCursor('projects', key, id);
      expect((await call(list, { path: `/api/projects?cursor=${cursor}` })).status).toBe(400);
    }
  });

  it('unknown, malformed and deleted ids are not found, by every verb', async () => {
    const deleted = await newFilm();
    expect((await call(remove, { method: 'DELETE', params: { id: deleted } })).body).toEqual({
      status: 'deleted',
      project_id: deleted,
    });
    for (const id of [UNKNOWN, 'x', '../1', deleted]) {
      for (const handler of [get, status, events, snapshot, film])
        expect((await call(handler, { params: { id } })).status, id).toBe(404);
      for (const handler of [stop, resume, retry])
        expect((await call(handler, { method: 'POST', params: { id } })).status, id).toBe(404);
      expect((await call(patch, { method: 'PATCH', params: { id }, body: { title: 'A' } })).status).toBe(404);
      expect((await call(remove, { method: 'DELETE', params: { id } })).status).toBe(404);
    }
  });

  it('a title is changed by PATCH and by nothing that is no title', async () => {
    const id = await newFilm();
    const titled = await call(patch, { method: 'PATCH', params: { id }, body: { title: 'The light' } });
    expect(titled).toMatchObject({ status: 200, body: { title: 'The light', scenes: [] } });
    for (const body of [{ title: '' }, { title: null }, { title: 5 }, { prompt: 'x' }])
      expect((await call(patch, { method: 'PATCH', params: { id }, body })).status).toBe(422);
  });

  it('stop answers 202, and 409 with the state where it makes no sense', async () => {
    const id = await newFilm();
    const at = { method: 'POST', params: { id } };
    expect(await call(resume, at)).toMatchObject({ status: 409, body: { code: 'invalid-state' } });
    expect(await call(stop, at)).toMatchObject({ status: 202, body: { status: 'cancelled' } });
    expect(await call(stop, at)).toMatchObject({ status: 409 });
    expect(await call(retry, at)).toMatchObject({ status: 409 });
    expect(await call(resume, at)).toMatchObject({ status: 202, body: { status: 'pending' } });
  });
});

describe('the film itself', () => {
  const bytes = Buffer.from('0123456789'.repeat(10));
  const finished = async (title: string) => {
    const id = await newFilm();
    const stored = await blobStore().put(bytes);
    await insertBlobs(db(), [{ ...stored, mediaType: 'video/mp4' }]);
    await db().project.update({ where: { id }, data: { title, outputHash: stored.hash, outputDuration: 3 } });
    return id;
  };
  const read = (id: string, headers: Record<string, string> = {}, path = '/film') =>
    call(film, { params: { id }, headers, path });

  it('is served whole, in ranges, and by HEAD', async () => {
    const id = await finished('Rain');
    const whole = await read(id);
    expect(whole).toMatchObject({ status: 200, body: bytes });
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('content-disposition')).toMatch(/^inline/);
    const part = await read(id, { range: 'bytes=10-19' });
    expect(part).toMatchObject({ status: 206, body: bytes.subarray(10, 20) });
    expect(part.headers.get('content-range')).toBe('bytes 10-19/100');
    expect((await read(id, { range: 'bytes=-5' })).body).toEqual(bytes.subarray(95));
    expect((await read(id, { range: 'bytes=100-' })).status).toBe(416);
    expect((await read(id, { 'if-none-match': whole.headers.get('etag') ?? '' })).status).toBe(304);
    const head = await call(filmHead, { method: 'HEAD', params: { id } });
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(head.headers.get('content-length')).toBe('100');
  });

  it('is offered under its title, whatever that holds', async () => {
    const id = await finished('Größe: "1/2"');
    const { headers } = await read(id, {}, '/film?download=1');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Gr__e- -1-2-.mp4"; filename*=UTF-8''Gr%C3%B6%C3%9Fe-%20-1-2-.mp4`,
    );
    expect((await read(await newFilm())).status).toBe(404);
  });

  it('has subtitles in its own time, sent again only when they changed', async () => {
    const id = await finished('Spoken');
    const audio = {
      dialogue: [{ speaker: null, text: 'Who <is> there?', starts_at: 0.5 }],
      effects: [],
      ambience: '',
      music: '',
    };
    const plans = [testScene({ duration: 2, audio }), testScene({ index: 1, duration: 2 })];
    const { outputHash } = await db().project.findUniqueOrThrow({ where: { id } });
    for (const [sceneIndex, plan] of plans.entries()) {
      const { slug_line: slugLine, description, duration } = plan;
      const clips = { create: { state: 'done' as const, blobHash: outputHash, duration } };
      await db().scene.create({
        data: { projectId: id, sceneIndex, plan, slugLine, description, duration, clips },
      });
    }
    const first = await call(subtitles, { params: { id } });
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(String(first.body)).toContain('00:00:02.000 --> 00:00:03.430\nWho &lt;is&gt; there?');
    expect(String(first.body)).toContain('00:00:03.500 --> 00:00:05.500\nIt begins.');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await call(subtitles, { params: { id }, headers })).status).toBe(304);
    expect((await call(subtitles, { params: { id: await newFilm() } })).status).toBe(404);
  });
});

describe('health', () => {
  it('tells that the process lives, and what it needs is missing', async () => {
    expect(await call(health)).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await call(ready)).toMatchObject({
      status: 503,
      body: { status: 'not ready', checks: { database: true, store: true, worker: false } },
    });
  });

  it('is not ready while it is being stopped, whatever it has', async () => {
    const asWorker = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      application_name: WORKER_APPLICATION,
    });
    await asWorker.connect();
    expect(await call(ready)).toMatchObject({ status: 200, body: { status: 'ready' } });
    beginDraining();
    const checks = { database: true, store: true, worker: true };
    expect(await call(ready)).toMatchObject({ status: 503, body: { status: 'not ready', checks } });
    forgetDraining();
    await asWorker.end();
  });
});
