import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { pngOf } from '#lib/assets/testing.ts';
import { blobStore } from '#lib/blobs/store-instance.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { encodeCursor } from '#lib/http/cursor.ts';
import { call } from '#lib/http/testing.ts';
import { assetSchema } from '#lib/schemas/asset.ts';
import { manifestDetailSchema, manifestListItemSchema } from '#lib/schemas/manifest.ts';
import * as asset from '../assets/[id]/route.ts';
import * as upload from '../assets/[id]/upload/route.ts';
import * as blob from '../blobs/[hash]/route.ts';
import * as assets from './[id]/assets/route.ts';
import * as sheet from './[id]/contact-sheet/route.ts';
import * as duplicate from './[id]/duplicate/route.ts';
import * as manifest from './[id]/route.ts';
import * as manifests from './route.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

async function create(name = 'Cast') {
  const { status, body } = await call(manifests.POST, { method: 'POST', body: { name } });
  expect(status).toBe(201);
  return manifestListItemSchema.parse(body);
}

const formWith = (bytes: Uint8Array, fileName = 'mara.png', fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [k, v] of Object.entries(fields)) form.set(k, v);
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), fileName);
  return form;
};

async function leftovers(): Promise<string[]> {
  const path = await blobStore().tempPath();
  return readdirSync(path.slice(0, path.lastIndexOf('/')));
}

beforeEach(resetDatabase);

describe('manifests', () => {
  it('a manifest is made, read, changed and deleted', async () => {
    const made = await call(manifests.POST, { method: 'POST', body: { name: 'Cast', tags: ['sea'] } });
    const { manifest_id } = manifestListItemSchema.parse(made.body);
    expect(made.headers.get('location')).toBe(`/api/manifests/${manifest_id}`);
    const read = await call(manifest.GET, { params: { id: manifest_id } });
    expect(manifestDetailSchema.parse(read.body)).toMatchObject({
      name: 'Cast',
      tags: ['sea'],
      category: 'CUSTOM',
      assets: [],
    });
    const etag = read.headers.get('etag') ?? '';
    const put = (body: unknown, headers = {}) =>
      call(manifest.PUT, { method: 'PUT', params: { id: manifest_id }, body, headers });
    expect((await put({ name: 'Crew' }, { 'if-match': etag })).status).toBe(200);
    const stale = await put({ name: 'Lost' }, { 'if-match': etag });
    expect(stale).toMatchObject({ status: 412, body: { code: 'precondition-failed' } });
    expect(stale.headers.get('etag')).toBe('"2"');
    expect((await put({ name: 'Lost' }, { 'if-match': '"2147483648"' })).status).toBe(412);
    expect((await put({ name: 'Crew' }, { 'if-match': 'W/"2", "1", "2"' })).status).toBe(200);
    expect(await call(manifest.DELETE, { method: 'DELETE', params: { id: manifest_id } })).toMatchObject({
      status: 200,
      body: { status: 'deleted', manifest_id },
    });
    expect((await call(manifest.GET, { params: { id: manifest_id } })).status).toBe(404);
  });

  it.each([
    [{}, '#/name', 'required'],
    [{ name: '' }, '#/name', 'empty'],
    [{ name: 7 }, '#/name', 'wrong-type'],
    [{ name: { not: '' } }, '#/name', 'wrong-type'],
    [{ name: 'a\u0000' }, '#/name', 'control-character'],
    [{ name: 'x'.repeat(121) }, '#/name', 'too-long'],
    [{ name: 'A', version: 9 }, '#/version', 'unknown-field'],
    [{ name: 'A', category: 'NONE' }, '#/category', 'not-allowed'],
    [{ name: 'A', tags: ['ok', ''] }, '#/tags/1', 'empty'],
  ])('%j is refused at %s as %s', async (body, pointer, code) => {
    const answer = await call(manifests.POST, { method: 'POST', body });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer, code }] },
    });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each([
    'limit=0',
    'limit=-1',
    'limit=1e3',
    'limit=',
    'limit=201',
    'sort_by=password',
    'sort_order=DESC;--',
    'order=x',
    'q=a&q=b',
    'status=ready',
  ])('the query %s is refused', async (query) => {
    expect(await call(manifests.GET, { path: `/api/manifests?${query}` })).toMatchObject({
      status: 422,
      body: { code: 'validation-failed' },
    });
  });

  it('lists with a total and a link to the next page', async () => {
    for (const name of ['A', 'B', 'C']) await create(name);
    const first = await call(manifests.GET, { path: '/api/manifests?limit=2&sort_by=name&sort_order=asc' });
    expect((first.body as { name: string }[]).map((m) => m.name)).toEqual(['A', 'B']);
    expect(first.headers.get('x-total-count')).toBe('3');
    const next = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await call(manifests.GET, { path: next });
    expect((second.body as { name: string }[]).map((m) => m.name)).toEqual(['C']);
    expect(second.headers.get('link')).toBeNull();
  });

  it.each([
    ['updated_at', 'garbage'],
    ['created_at', '0000-01-01T00:00:00.000Z'],
    ['times_used', 1e12],
    ['asset_count', 1.5],
    ['name', 'a\0'],
  ])('a cursor of %s with the key %j is refused', async (sortBy, key) => {
    const cursor = encodeCursor(`manifests:${sortBy}:desc`, key, UNKNOWN);
    expect(await call(manifests.GET, { path: `/x?sort_by=${sortBy}&cursor=${cursor}` })).toMatchObject({
      status: 400,
      body: { code: 'invalid-cursor' },
    });
  });

  it('a cursor of 10 kB is refused like any other that is not ours', async () => {
    expect(await call(manifests.GET, { path: `/x?cursor=${'a'.repeat(10_000)}` })).toMatchObject({
      status: 400,
      body: { code: 'invalid-cursor' },
    });
  });

  it('a key that is no Unicode is an unknown field', async () => {
    const body = '{"name":"A","\\ud800":1}';
    expect(await call(manifests.POST, { method: 'POST', body })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'unknown-field' }] },
    });
  });

  it.each(['not-a-uuid', '..%2f..%2fetc', UNKNOWN.toUpperCase(), UNKNOWN])(
    'an id like %s is not found',
    async (id) => {
      expect(await call(manifest.GET, { params: { id } })).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    },
  );

  it('duplicates under a given name', async () => {
    const { manifest_id } = await create();
    expect(
      await call(duplicate.POST, { method: 'POST', path: '/x?name=Mine', params: { id: manifest_id } }),
    ).toMatchObject({ status: 201, body: { name: 'Mine' } });
  });

  it('refuses a page of another site and a foreign host', async () => {
    const post = (headers: Record<string, string>) =>
      call(manifests.POST, { method: 'POST', body: { name: 'A' }, headers });
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ origin: 'http://evil.test' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await post({ host: 'evil.test' })).status).toBe(421);
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });
});

describe('Idempotency-Key', () => {
  const post = (name: string, key: string) =>
    call(manifests.POST, {
      method: 'POST',
      path: '/api/manifests',
      body: { name },
      headers: { 'idempotency-key': key },
    });

  it('the same request again is answered from the first one', async () => {
    const first = await post('A', 'k1');
    const again = await post('A', 'k1');
    expect(again).toMatchObject({ status: 201, body: first.body as object });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await call(manifests.GET)).headers.get('x-total-count')).toBe('1');
  });

  it('another body under the same key is refused', async () => {
    await post('A', 'k1');
    expect(await post('B', 'k1')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('ten at once make one manifest', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post('A', 'k2')));
    for (const { status } of answers) expect([201, 409]).toContain(status);
    expect((await call(manifests.GET)).headers.get('x-total-count')).toBe('1');
  });
});

describe('uploads', () => {
  it('an asset made together with its image serves it, its thumbnail and a contact sheet', async () => {
    const { manifest_id } = await create();
    const form = formWith(await pngOf('#a33', { width: 800, height: 600 }), '../../mara.png', {
      name: 'Mara',
      asset_type: 'CHARACTER',
      user_tags: '["lead"]',
    });
    const made = await call(assets.POST, { method: 'POST', params: { id: manifest_id }, body: form });
    expect(made.status).toBe(201);
    const dto = assetSchema.parse(made.body);
    expect(dto).toMatchObject({
      manifest_tag: 'CHAR_01',
      width: 800,
      height: 600,
      user_tags: ['lead'],
      file_name: 'mara.png',
    });
    const hash = dto.image_hash ?? '';
    const whole = await call(blob.GET, { params: { hash } });
    expect(whole.headers.get('cache-control')).toContain('immutable');
    const part = await call(blob.GET, { params: { hash }, headers: { range: 'bytes=0-9' } });
    expect([part.status, (part.body as Buffer).length]).toEqual([206, 10]);
    const ifRange = (etag: string) =>
      call(blob.GET, { params: { hash }, headers: { range: 'bytes=0-9', 'if-range': etag } });
    expect((await ifRange(`"${hash}"`)).status).toBe(206);
    for (const other of [`W/"${hash}"`, '"other"', 'Sat, 21 Nov 2026 14:28:14 GMT'])
      expect((await ifRange(other)).status).toBe(200);
    const thumb = await call(blob.GET, { path: '/x?w=320', params: { hash } });
    expect(thumb.headers.get('content-type')).toBe('image/webp');
    const png = await call(sheet.GET, { params: { id: manifest_id } });
    expect((png.body as Buffer).subarray(1, 4).toString()).toBe('PNG');
    expect(await leftovers()).toEqual([]);
  });

  it('a failed upload leaves no asset, no file and no used number behind', async () => {
    const { manifest_id } = await create();
    const fields = { name: 'Mara', asset_type: 'CHARACTER' };
    const post = (bytes: Uint8Array, more: Record<string, string> = {}) =>
      call(assets.POST, {
        method: 'POST',
        params: { id: manifest_id },
        body: formWith(bytes, 'x.png', { ...fields, ...more }),
      });
    const png = await pngOf('#123');
    expect(await post(Buffer.from('GIF89a........'))).toMatchObject({
      status: 415,
      body: { code: 'unsupported-image-type' },
    });
    expect(await post(png.subarray(0, png.length - 30))).toMatchObject({
      status: 422,
      body: { code: 'image-corrupt' },
    });
    expect((await post(png, { asset_type: 'NONE' })).status).toBe(422);
    expect((await post(png, { colour: 'red' })).status).toBe(422);
    expect((await post(Buffer.alloc(10 * 1024 * 1024 + 1, 1))).status).toBe(413);
    expect((await call(manifest.GET, { params: { id: manifest_id } })).body).toMatchObject({
      asset_count: 0,
      assets: [],
      revision: 1,
    });
    expect(await leftovers()).toEqual([]);
    expect(await post(png)).toMatchObject({ status: 201, body: { manifest_tag: 'CHAR_01' } });
  });

  it('the same Idempotency-Key makes one asset and sets its image once', async () => {
    const { manifest_id } = await create();
    const headers = { 'idempotency-key': 'up-1' };
    const params = { id: manifest_id };
    const add = async (colour: string) => {
      const body = formWith(await pngOf(colour), 'mara.png', { name: 'Mara', asset_type: 'CHARACTER' });
      return call(assets.POST, { method: 'POST', path: '/api/add', params, body, headers });
    };
    const first = await add('#111');
    expect(await add('#111')).toMatchObject({ status: 201, body: first.body as object });
    expect((await add('#222')).status).toBe(422);
    expect((await call(manifest.GET, { params })).body).toMatchObject({ asset_count: 1 });

    const { asset_id } = assetSchema.parse(first.body);
    const replace = async (colour: string) => {
      const body = formWith(await pngOf(colour));
      return call(upload.POST, { method: 'POST', path: '/api/set', params: { id: asset_id }, body, headers });
    };
    expect((await replace('#333')).status).toBe(200);
    expect((await replace('#333')).headers.get('idempotent-replayed')).toBe('true');
    expect(await replace('#444')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await leftovers()).toEqual([]);
  });

  it('replaces the image of an asset, and is gone with it', async () => {
    const { manifest_id } = await create();
    const made = await call(assets.POST, {
      method: 'POST',
      params: { id: manifest_id },
      body: { name: 'Mara', asset_type: 'CHARACTER' },
    });
    const { asset_id } = assetSchema.parse(made.body);
    const send = (form: FormData) =>
      call(upload.POST, { method: 'POST', params: { id: asset_id }, body: form });
    expect(await send(formWith(await pngOf('#333')))).toMatchObject({
      status: 200,
      body: { asset_id, width: 96 },
    });
    expect((await call(asset.DELETE, { method: 'DELETE', params: { id: asset_id } })).body).toEqual({
      status: 'deleted',
      asset_id,
    });
    expect(
      (await call(asset.PUT, { method: 'PUT', params: { id: asset_id }, body: { name: 'x' } })).status,
    ).toBe(404);
  });
});
