import { afterAll, beforeEach, expect, it } from 'vitest';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import type { Preset } from '#lib/schemas/preset.ts';
import { PUT as put, DELETE as remove } from './[id]/route.ts';
import { GET as list, POST as post } from './route.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

beforeEach(resetDatabase);
afterAll(stopSender);

const save = (name: string, settings: object = {}) =>
  call(post, { method: 'POST', path: '/api/presets', body: { name, settings } });
const saved = async (name: string, settings?: object) => (await save(name, settings)).body as Preset;
const change = (id: string, body: object) =>
  call(put, { method: 'PUT', path: `/api/presets/${id}`, params: { id }, body });
const names = async () =>
  ((await call(list, { path: '/api/presets' })).body as Preset[]).map((preset) => preset.name);

it('a preset keeps the settings of a film under a name, and the list is by name', async () => {
  const { status, headers, body } = await save('Wide noir', { style: 'noir', clip_duration: 4, seed: 9 });
  expect(status).toBe(201);
  expect(headers.get('location')).toBe(`/api/presets/${(body as Preset).preset_id}`);
  expect(body).toMatchObject({
    name: 'Wide noir',
    settings: { style: 'noir', clip_duration: 4, seed: 9, aspect_ratio: '16:9', burn_captions: false },
  });
  await save('älter');
  expect(await names()).toEqual(['älter', 'Wide noir']);
});

it('a preset is renamed, overwritten and deleted', async () => {
  const { preset_id: id } = await saved('Noir', { style: 'noir' });
  expect((await change(id, { name: 'Night' })).body).toMatchObject({
    name: 'Night',
    settings: { style: 'noir' },
  });
  expect((await change(id, { settings: { style: 'cold' } })).body).toMatchObject({
    name: 'Night',
    settings: { style: 'cold' },
  });
  const gone = await call(remove, { method: 'DELETE', path: `/api/presets/${id}`, params: { id } });
  expect(gone.body).toEqual({ status: 'deleted', preset_id: id });
  expect(await names()).toEqual([]);
});

it('a name that is taken is refused, when saving and when renaming', async () => {
  await saved('Noir');
  const { preset_id: id } = await saved('Night');
  expect((await save('Noir')).status).toBe(409);
  expect((await change(id, { name: 'Noir' })).status).toBe(409);
  expect(await names()).toEqual(['Night', 'Noir']);
});

it.each([
  ['no name', { settings: {} }],
  ['a name of spaces', { name: ' ', settings: {} }],
  ['a prompt', { name: 'Noir', settings: { prompt: 'Rain.' } }],
  ['a clip of no length', { name: 'Noir', settings: { clip_duration: 0 } }],
])('refuses %s', async (_, body) => {
  expect((await call(post, { method: 'POST', path: '/api/presets', body })).status).toBe(422);
  expect(await db().preset.count()).toBe(0);
});

it('nothing is changed under an id that is none', async () => {
  expect((await change(UNKNOWN, { name: 'Noir' })).status).toBe(404);
  const gone = await call(remove, {
    method: 'DELETE',
    path: `/api/presets/${UNKNOWN}`,
    params: { id: UNKNOWN },
  });
  expect(gone.status).toBe(404);
});
