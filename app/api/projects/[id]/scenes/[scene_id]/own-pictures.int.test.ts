import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { pngOf } from '#lib/assets/testing.ts';
import { blobStore } from '#lib/blobs/store-instance.ts';
import { stopListening } from '#lib/db/events.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { decodeVideo } from '#lib/media/decode-video.ts';
import { ENCODING_MARK } from '#lib/media/encode-video.ts';
import { probeVideo } from '#lib/media/probe-video.ts';
import { makeTestVideo } from '#lib/media/testing.ts';
import { bringUpToDate, generate, getProject } from '#lib/projects/project-service.ts';
import { generateSchema } from '#lib/schemas/project.ts';
import { findReferenced } from '#lib/worker/maintenance.ts';
import { type RunningWorker, startWorker } from '#lib/worker/start-worker.ts';
import { GET as keyframesZip } from '../../keyframes.zip/route.ts';
import { PUT as putKeyframe, DELETE as removeKeyframe } from './keyframes/[position]/route.ts';
import { POST as choose } from './takes/[take]/choose/route.ts';
import { DELETE as removeTake } from './takes/[take]/route.ts';
import { POST as takes } from './takes/route.ts';

/** A film of four seconds on a busy machine of two cores. */
const FILM_MS = 300_000;
const SLOW = { timeout: 4 * FILM_MS };
const HOSTILE = path.resolve('../shared/fixtures/hostile');
const ACCEPTED = new Set(['big-height.webp']);

let worker: RunningWorker;
let folder: string;
beforeAll(async () => {
  worker = await startWorker({ concurrency: 2 });
  folder = await mkdtemp(path.join(tmpdir(), 'vidpipe-own-'));
});
beforeEach(resetDatabase);
afterAll(async () => {
  await worker.stop();
  await Promise.all([stopSender(), stopListening(), rm(folder, { recursive: true, force: true })]);
});

const rests = async (id: string) => {
  await expect
    .poll(async () => (await getProject(id)).status, { timeout: FILM_MS, interval: 100 })
    .toMatch(/complete|failed|partial/);
  return getProject(id);
};

/** Two shots of two seconds, whole. */
async function aFilm() {
  const input = { prompt: 'A harbour at dusk. The light goes out.', aspect_ratio: '1:1', seed: 7 } as const;
  const { project_id: id } = await generate(
    generateSchema.parse({ ...input, clip_duration: 2, total_duration: 4 }),
  );
  const film = await rests(id);
  expect(film.status).toBe('complete');
  const scene = film.scenes[0];
  if (!scene) throw new Error('a scene');
  return { id, film, params: { id, scene_id: scene.scene_id } };
}
type Params = { id: string; scene_id: string };

const formOf = (bytes: Uint8Array, name: string, type = '') => {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(bytes)], name, { type }));
  return form;
};
const put = (params: Params, position: string, body: FormData, query = '') =>
  call(putKeyframe, { method: 'PUT', path: `/x${query}`, params: { ...params, position }, body });
const upload = (params: Params, bytes: Uint8Array, name = 'own.mp4', query = '') =>
  call(takes, { method: 'POST', path: `/x${query}`, params, body: formOf(bytes, name) });
const hashOf = (url: string | null | undefined) => url?.split('/').at(-1) ?? '';

/** The mean of each colour of a film's or clip's frame. */
async function lumaOf(hash: string, number: number): Promise<number> {
  let at = 0;
  for await (const frame of decodeVideo(await blobStore().localPath(hash))) {
    if (at === number) {
      const plane = frame.data?.[0] ?? Buffer.alloc(1);
      return plane.reduce((sum, value) => sum + value, 0) / plane.length;
    }
    at += 1;
  }
  return -1;
}

it(
  'an own keyframe is fitted to the frame, survives bringing up to date, and the clip films it',
  SLOW,
  async () => {
    const { id, film, params } = await aFilm();
    const clip = film.scenes[0]?.clips[0];
    const white = await pngOf('#fff', { width: 400, height: 200 });
    const black = await pngOf('#000', { width: 200, height: 400 });
    const answer = await put(params, 'start', formOf(white, 'white.png', 'image/png'));
    expect(answer).toMatchObject({
      status: 200,
      body: { source: 'uploaded', position: 'start', warnings: [] },
    });
    expect((await put(params, 'end', formOf(black, 'black.png'), '?fit=contain')).status).toBe(200);

    const edited = await getProject(id);
    const [start, end] = edited.scenes[0]?.keyframes ?? [];
    expect(start).toMatchObject({ source: 'uploaded', state: 'done', is_stale: false });
    const picture = sharp(await blobStore().get(hashOf(start?.url)));
    expect(await picture.metadata()).toMatchObject({ format: 'png', width: 960, height: 960 });
    expect((await picture.stats()).channels[0]?.mean).toBeGreaterThan(250);
    expect(edited.scenes[0]?.clips).toMatchObject([{ is_stale: true, is_chosen: true }]);
    expect(edited.scenes[1]).toEqual(film.scenes[1]);

    await bringUpToDate(id);
    const renewed = await rests(id);
    expect(renewed.status).toBe('complete');
    expect(renewed.scenes[0]?.keyframes).toMatchObject([
      { source: 'uploaded', url: start?.url },
      { source: 'uploaded', url: end?.url },
    ]);
    const [old, now] = renewed.scenes[0]?.clips ?? [];
    expect([old?.is_chosen, now?.is_chosen, now?.is_stale]).toEqual([false, true, false]);
    expect(old?.url).toBe(clip?.url);
    expect(renewed.film_hash).not.toBe(film.film_hash);
    // It begins on the one, ends on the other, and is between them in the middle.
    const hash = hashOf(now?.url);
    expect(await lumaOf(hash, 0)).toBeGreaterThan(200);
    expect(await lumaOf(hash, 59)).toBeLessThan(40);
    const middle = await lumaOf(hash, 30);
    expect(middle).toBeGreaterThan(80);
    expect(middle).toBeLessThan(190);

    const back = await call(removeKeyframe, { method: 'DELETE', params: { ...params, position: 'start' } });
    expect(back.body).toMatchObject({ source: 'made', url: null });
    await call(removeKeyframe, { method: 'DELETE', params: { ...params, position: 'end' } });
    expect((await getProject(id)).scenes[0]?.keyframes[0]).toMatchObject({
      state: 'waiting',
      source: 'made',
    });
    await bringUpToDate(id);
    const made = await rests(id);
    expect(made.scenes[0]?.keyframes.map((k) => k.url)).toEqual(film.scenes[0]?.keyframes.map((k) => k.url));
    // The take that was made of the same before is in the film again.
    expect(made.scenes[0]?.clips.find((c) => c.is_chosen)?.url).toBe(clip?.url);
  },
);

it('made keyframes of a shot with one own picture stay as they are', SLOW, async () => {
  const { id, film, params } = await aFilm();
  await put(params, 'start', formOf(await pngOf('#fff'), 'white.png'));
  await bringUpToDate(id);
  const renewed = await rests(id);
  expect(renewed.scenes[0]?.keyframes[1]).toEqual(film.scenes[0]?.keyframes[1]);
  const hash = hashOf(renewed.scenes[0]?.clips[1]?.url);
  expect(await lumaOf(hash, 0)).toBeGreaterThan(200);
});

/** As an edit of the scene does, without its hash. */
async function lengthen(sceneId: string, duration: number): Promise<void> {
  const { plan } = await db().scene.findUniqueOrThrow({ where: { id: sceneId } });
  await db().scene.update({
    where: { id: sceneId },
    data: { duration, plan: { ...(plan as object), duration } },
  });
}

it('an own clip becomes a take in the form of the film, is chosen, and is never stale', SLOW, async () => {
  const { id, film, params } = await aFilm();
  const file = path.join(folder, 'own.mp4');
  await makeTestVideo(file, { seconds: 1, left: 220 });
  const bytes = await readFile(file);
  const answer = await upload(params, bytes);
  expect(answer).toMatchObject({ status: 202, body: { take: 2, project_status: 'pending' } });
  const withOwn = await rests(id);
  expect(withOwn.status).toBe('complete');
  const own = withOwn.scenes[0]?.clips[1];
  expect(own).toMatchObject({
    source: 'uploaded',
    is_chosen: true,
    state: 'done',
    duration: withOwn.scenes[0]?.duration,
    is_stale: false,
  });
  expect(await probeVideo(await blobStore().localPath(hashOf(own?.url)))).toMatchObject({
    width: 960,
    height: 960,
    comment: ENCODING_MARK,
  });
  expect(withOwn.film_hash).not.toBe(film.film_hash);
  expect(withOwn.film_seconds).toBe(film.film_seconds);

  await put(params, 'start', formOf(await pngOf('#fff'), 'white.png'));
  await expect(bringUpToDate(id)).rejects.toThrow('up to date');
  const again = await getProject(id);
  expect(again.scenes[0]?.clips[1]).toEqual(own);
  expect(again.scenes[0]?.clips).toHaveLength(2);

  await lengthen(params.scene_id, 3);
  await bringUpToDate(id);
  const longer = await rests(id);
  expect(longer.scenes[0]?.clips[1]).toMatchObject({ is_chosen: true, state: 'done', duration: 3 });
  const before = film.scenes[0]?.duration ?? 0;
  expect(longer.film_seconds).toBeCloseTo((film.film_seconds ?? 0) + 3 - before, 6);
  await lengthen(params.scene_id, before);

  // Choosing the first one only stitches.
  const chosen = await call(choose, { method: 'POST', params: { ...params, take: '1' } });
  expect(chosen).toMatchObject({ status: 200, body: { project_status: 'pending' } });
  expect((await getProject(id)).scenes[0]?.clips[0]?.is_chosen).toBe(true);
  const first = await rests(id);
  // The first frame of the scene, after the title card, is that of the first film again.
  const [then, now, between] = await Promise.all(
    [film, first, again].map(({ film_hash }) => lumaOf(film_hash ?? '', 60)),
  );
  expect(now).toBeCloseTo(then ?? 0, 0);
  expect(Math.abs((between ?? 0) - (then ?? 0))).toBeGreaterThan(2);
  expect(first.is_film_stale).toBe(false);
  const finishedAt = (p: typeof film) => p.scenes.flatMap((s) => s.clips.map((c) => c.finished_at));
  expect(finishedAt(first)).toEqual(finishedAt(longer));
  expect((await call(removeTake, { method: 'DELETE', params: { ...params, take: '2' } })).status).toBe(200);
  // A deleted take keeps its files, and what it was uploaded as, until a sweep takes it.
  const original = createHash('sha256').update(bytes).digest('hex');
  const files = [hashOf(longer.scenes[0]?.clips[1]?.url), original];
  expect(await findReferenced(files)).toEqual(new Set(files));
});

it('another take of the local engine looks different, from the same keyframes', SLOW, async () => {
  const { id, film, params } = await aFilm();
  const answer = await call(takes, { method: 'POST', params, body: { seed: 5 } });
  expect(answer.status).toBe(202);
  const retaken = await rests(id);
  const [one, two] = retaken.scenes[0]?.clips ?? [];
  expect(two).toMatchObject({ is_chosen: true, seed: 5 });
  expect(two?.url).not.toBe(one?.url);
  expect(retaken.film_hash).not.toBe(film.film_hash);
  expect(retaken.scenes[0]?.keyframes).toEqual(film.scenes[0]?.keyframes);
  expect(two?.duration).toBe(one?.duration);
});

it('a choice that is made while the film is stitched is in the film that comes of it', SLOW, async () => {
  const { id, film, params } = await aFilm();
  await call(takes, { method: 'POST', params, body: { seed: 5 } });
  const retaken = await rests(id);
  const pick = (take: string) => call(choose, { method: 'POST', params: { ...params, take } });
  await pick('1');
  await expect
    .poll(async () => (await getProject(id)).status, { timeout: FILM_MS, interval: 10 })
    .toMatch(/stitching|complete/);
  expect((await pick('2')).status).toBe(200);
  const end = await rests(id);
  expect(end).toMatchObject({ status: 'complete', is_film_stale: false });
  const [first, second, last] = await Promise.all(
    [film, retaken, end].map(({ film_hash }) => lumaOf(film_hash ?? '', 75)),
  );
  expect(first).not.toBeCloseTo(second ?? 0, 1);
  expect(last).toBeCloseTo(second ?? 0, 1);
});

it('broken and hostile uploads harm nothing that is there', SLOW, async () => {
  const { id, film, params } = await aFilm();
  const names = existsSync(HOSTILE) ? readdirSync(HOSTILE) : [];
  for (const name of names) {
    const answer = await put(params, 'start', formOf(await readFile(path.join(HOSTILE, name)), name));
    // Strange but whole ones are taken like any picture.
    if (!ACCEPTED.has(name)) expect([413, 415, 422], `${name} ${answer.status}`).toContain(answer.status);
    else await call(removeKeyframe, { method: 'DELETE', params: { ...params, position: 'start' } });
  }
  expect((await put(params, 'start', new FormData())).status).toBe(422);
  expect((await put(params, 'middle', formOf(await pngOf('#fff'), 'a.png'))).status).toBe(404);
  expect((await getProject(id)).scenes[0]?.keyframes[0]?.source).toBe('made');

  for (const [name, bytes] of [
    ['notes.mp4', Buffer.from('not a video')],
    ['list.mp4', Buffer.from('#EXTM3U\n')],
    ['picture.mp4', await pngOf('#fff')],
    ['empty.mp4', Buffer.alloc(0)],
  ] as const)
    expect((await upload(params, bytes, name)).status, name).toBe(415);
  expect((await upload(params, await pngOf('#fff'), 'a.mp4', '?fit=stretch')).status).toBe(422);
  expect((await getProject(id)).scenes[0]?.clips).toEqual(film.scenes[0]?.clips);

  const file = path.join(folder, 'cut.mp4');
  await makeTestVideo(file);
  const cut = (await readFile(file)).subarray(0, 2000);
  expect((await upload(params, cut)).status).toBe(202);
  const after = await rests(id);
  expect(after).toMatchObject({ status: 'complete', error_message: null });
  expect(after.scenes[0]?.clips).toMatchObject([
    { take: 1, is_chosen: true },
    { take: 2, is_chosen: false, state: 'failed', error: expect.stringMatching(/^This video /) },
  ]);
});

it('the keyframes of a film come as a zip, named by scene', SLOW, async () => {
  const { id, film, params } = await aFilm();
  const { status, headers, body } = await call(keyframesZip, { params: { id } });
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('keyframes.zip');
  const bytes = body as Buffer;
  for (const name of ['01-start.png', '01-end.png', '02-start.png', '02-end.png'])
    expect(bytes.includes(name), name).toBe(true);
  expect(bytes.includes(await blobStore().get(hashOf(film.scenes[1]?.keyframes[1]?.url)))).toBe(true);
  expect(bytes.length).toBe(Number(headers.get('content-length')));
  expect((await call(keyframesZip, { params: { id: params.scene_id } })).status).toBe(404);
});
