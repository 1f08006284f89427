import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAsset } from '#lib/assets/asset-service.ts';
import { anImage, pngOf } from '#lib/assets/testing.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { stopSender } from '#lib/jobs/boss.ts';
import { createManifest, getManifest } from '#lib/manifests/manifest-service.ts';
import { createdAssetsSchema, type ListedAsset } from '#lib/schemas/asset-list.ts';
import { createManifestSchema } from '#lib/schemas/manifest.ts';
import { problemSchema } from '#lib/schemas/problem.ts';
import * as blob from '../../../../blobs/[hash]/route.ts';
import * as imports from '../../imports/route.ts';
import * as assets from '../route.ts';
import * as bulk from './route.ts';

const JPG = 'https://images.example.com/a.jpg';
let id = '';
beforeEach(async () => {
  await resetDatabase();
  id = (await createManifest(createManifestSchema.parse({ name: 'Cast' }))).manifest_id;
});
afterAll(stopSender);

const post = (list: unknown, headers: Record<string, string> = {}) =>
  call(bulk.POST, { method: 'POST', path: `/${id}/bulk`, params: { id }, body: { assets: list }, headers });
const postCsv = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  call(bulk.POST, {
    method: 'POST',
    path: `/${id}/bulk`,
    params: { id },
    body: typeof body === 'string' ? Buffer.from(body) : body,
    headers: { 'content-type': 'text/csv', ...headers },
  });
const count = () => db().asset.count({ where: { manifestId: id } });
const errorsOf = (body: unknown) => problemSchema.parse(body).errors ?? [];
const jobs = async () =>
  (await db().$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE name = 'fetch-image'`).length;

async function putPng(color: string): Promise<string> {
  const bytes = await pngOf(color);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await call(blob.PUT, { method: 'PUT', params: { hash }, body: bytes });
  return hash;
}

describe('a list of new assets', () => {
  it('is made in its order, each at the next tag of its type, with what was put before', async () => {
    await call(assets.POST, { method: 'POST', params: { id }, body: { name: 'First', asset_type: 'PROP' } });
    const hash = await putPng('teal');
    const { status, body } = await post([
      { name: 'Mara', asset_type: 'CHARACTER', user_tags: ['lead', 'Lead'], image: { sha256: hash } },
      { name: 'Key', asset_type: 'PROP', description: 'Iron.', reverse_prompt: 'a key', image: null },
      { name: 'Tomas', asset_type: 'CHARACTER' },
    ]);
    expect(status).toBe(201);
    const made = createdAssetsSchema.parse(body);
    expect(made.imports).toEqual([]);
    expect(made.assets).toMatchObject([
      { name: 'Mara', manifest_tag: 'CHAR_01', user_tags: ['lead'], sort_order: 1, width: 96, height: 64 },
      { name: 'Key', manifest_tag: 'PROP_02', reverse_prompt: 'a key', reverse_prompt_origin: 'user' },
      { name: 'Tomas', manifest_tag: 'CHAR_02', sort_order: 3, image_hash: null },
    ]);
    expect(made.assets[0]?.placeholder).toBeTruthy();
    const { assets: all, asset_count, version } = await getManifest(id);
    expect([all.map(({ name }) => name), asset_count, version]).toEqual([
      ['First', 'Mara', 'Key', 'Tomas'],
      4,
      1,
    ]);
    expect(all.slice(1)).toEqual(made.assets);
  });

  it('takes the hash of an uploaded file, and the one that assets show, many times', async () => {
    const image = await anImage('olive');
    await createAsset(id, { name: 'A', asset_type: 'PROP' }, image);
    const answer = await post([
      { name: 'B', asset_type: 'PROP', image: { sha256: image.original.hash } },
      { name: 'C', asset_type: 'PROP', image: { sha256: image.master.hash } },
    ]);
    const made = createdAssetsSchema.parse(answer.body).assets;
    expect(made.map((asset) => asset.image_hash)).toEqual([image.master.hash, image.master.hash]);
  });

  it('with addresses is answered before they are fetched: 202, one import and one job each', async () => {
    const { status, body } = await post([
      { name: 'A', asset_type: 'PROP', image: { url: JPG } },
      { name: 'B', asset_type: 'PROP' },
      { name: 'C', asset_type: 'PROP', image: { url: `${JPG}?2` } },
    ]);
    const made = createdAssetsSchema.parse(body);
    expect([status, await jobs()]).toEqual([202, 2]);
    expect(made.imports).toMatchObject([
      { asset_id: made.assets[0]?.asset_id, url: JPG, state: 'waiting', tries: 0, error: null },
      { asset_id: made.assets[2]?.asset_id, url: `${JPG}?2`, state: 'waiting' },
    ]);
    const state = await call(imports.GET, { params: { id } });
    expect(state.body).toEqual({
      manifest_id: id,
      waiting: 2,
      running: 0,
      done: 0,
      failed: 0,
      imports: made.imports,
    });
  });

  it('sent again under its key is made once and answered alike, as JSON and as CSV', async () => {
    const key = { 'idempotency-key': 'k1' };
    const list = [{ name: 'A', asset_type: 'PROP', image: { url: JPG } }];
    const first = await post(list, key);
    const again = await post(list, key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    const csv = { 'idempotency-key': 'k2' };
    const statuses = [
      await postCsv('name,asset_type\nB,PROP', csv),
      await postCsv('name,asset_type\nB,PROP', csv),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([201, 201]);
    expect((await postCsv('name,asset_type\nC,PROP', csv)).body).toMatchObject({
      code: 'idempotency-key-reused',
    });
    expect([await count(), await jobs()]).toEqual([2, 1]);
  });

  it('ten lists at once all get their own tags, and the count is right', async () => {
    const list = Array.from({ length: 20 }, (_, i) => ({ name: `P${i}`, asset_type: 'PROP' }));
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(list)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const rows = await db().asset.findMany({ where: { manifestId: id }, orderBy: { sortOrder: 'asc' } });
    expect(rows.map(({ manifestTag }) => manifestTag)).toEqual(
      Array.from({ length: 200 }, (_, i) => `PROP_${String(i + 1).padStart(2, '0')}`),
    );
    expect(rows.map(({ sortOrder }) => sortOrder)).toEqual([...rows.keys()]);
    expect((await getManifest(id)).asset_count).toBe(200);
  });

  it('of 500 takes as many statements as one of two', async () => {
    const hash = await putPng('navy');
    const listOf = (length: number) =>
      Array.from({ length }, (_, i): ListedAsset => {
        const image = i % 2 ? { url: JPG } : { sha256: hash };
        return { name: `P${i}`, asset_type: 'PROP', image };
      });
    const statements = vi.spyOn(pg.Client.prototype, 'query');
    const counted: number[] = [];
    for (const length of [2, 500]) {
      statements.mockClear();
      expect((await post(listOf(length))).status).toBe(202);
      counted.push(statements.mock.calls.length);
    }
    statements.mockRestore();
    expect(counted[0]).toBeGreaterThan(5);
    expect(counted[1]).toBe(counted[0]);
    expect(await jobs()).toBe(251);
  });
});

describe('a list that is not right', () => {
  it('is refused whole, with a pointer to everything that is wrong', async () => {
    const { status, body } = await post([
      { name: 'A', asset_type: 'PROP' },
      { name: '', asset_type: 'PROP' },
      { name: 'B', asset_type: 'HERO', price: 3 },
      { asset_type: 'PROP', image: { url: JPG, sha256: 'a'.repeat(64) } },
      { name: 'a\u0000', asset_type: 'PROP', image: { sha256: 'A' } },
      { name: 'C', asset_type: 'PROP', image: {} },
      { name: 'D', asset_type: 'PROP', image: { url: 'x'.repeat(3000) } },
    ]);
    expect(status).toBe(422);
    expect(errorsOf(body).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '#/assets/1/name empty',
      '#/assets/2/asset_type not-allowed',
      '#/assets/2/price unknown-field',
      '#/assets/3/name required',
      '#/assets/3/image one-of-two',
      '#/assets/4/name control-character',
      '#/assets/4/image/sha256 not-a-hash',
      '#/assets/5/image one-of-two',
      '#/assets/6/image/url too-long',
    ]);
    expect(await count()).toBe(0);
  });

  it('names every image that is not there and every address that is refused, before anything is made', async () => {
    const { status, body } = await post([
      { name: 'A', asset_type: 'PROP', image: { sha256: 'a'.repeat(64) } },
      { name: 'B', asset_type: 'PROP', image: { url: 'http://169.254.169.254/latest' } },
      { name: 'C', asset_type: 'PROP', image: { url: 'file:///etc/passwd' } },
      { name: 'D', asset_type: 'PROP', image: { url: JPG } },
    ]);
    expect(status).toBe(422);
    expect(errorsOf(body).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '#/assets/0/image/sha256 not-found',
      '#/assets/1/image/url address-refused',
      '#/assets/2/image/url address-refused',
    ]);
    expect([await count(), await jobs(), (await getManifest(id)).revision]).toEqual([0, 0, 1]);
  });

  const WRONG: [string, unknown][] = [
    ['no list', {}],
    ['an empty list', { assets: [] }],
    ['501 assets', { assets: Array.from({ length: 501 }, () => ({ name: 'A', asset_type: 'PROP' })) }],
    ['a list and a change', { op: 'delete', assets: [{ name: 'A', asset_type: 'PROP' }] }],
    ['no object', [{ name: 'A', asset_type: 'PROP' }]],
    ['an unknown op', { op: 'make', assets: [] }],
  ];
  it(`is 422 when it is ${WRONG.map(([what]) => what).join(', ')}`, async () => {
    for (const [what, body] of WRONG)
      expect((await call(bulk.POST, { method: 'POST', params: { id }, body })).status, what).toBe(422);
    expect(await count()).toBe(0);
  });

  it('that would fill the manifest beyond its limit makes nothing', async () => {
    await db().manifest.update({ where: { id }, data: { assetCount: 4999 } });
    const two = [1, 2].map((n) => ({ name: `${n}`, asset_type: 'PROP' }));
    expect((await post(two)).status).toBe(422);
    expect(await count()).toBe(0);
    expect((await post(two.slice(1))).status).toBe(201);
  });

  it('of a manifest in the trash or unknown is 404', async () => {
    await db().manifest.update({ where: { id }, data: { deletedAt: new Date() } });
    expect((await post([{ name: 'A', asset_type: 'PROP' }])).status).toBe(404);
    expect((await postCsv('name,asset_type\nA,PROP')).status).toBe(404);
    expect((await call(imports.GET, { params: { id } })).status).toBe(404);
  });
});

describe('a list as CSV', () => {
  it('makes the same assets; what looks like a formula is a name', async () => {
    const hash = await putPng('gold');
    const csv = `\ufeffname,asset_type,user_tags,image_url,image_sha256\r\n"=cmd|' /C calc'!A0",PROP,a|b,,${hash}\r\n"Zoë, ""Z""",CHARACTER,,${JPG},\r\n`;
    const { status, body } = await postCsv(csv, {
      'content-type': 'text/csv; charset=UTF-8; header=present',
    });
    expect(status).toBe(202);
    const made = createdAssetsSchema.parse(body);
    expect(made.assets).toMatchObject([
      { name: "=cmd|' /C calc'!A0", user_tags: ['a', 'b'], width: 96 },
      { name: 'Zoë, "Z"', manifest_tag: 'CHAR_01' },
    ]);
    expect(made.imports).toMatchObject([{ url: JPG }]);
  });

  it('says what is wrong by line and column', async () => {
    const csv = `name,asset_type,image_url,image_sha256\nA,PROP,http://localhost/x.png,\n"B\nb",HERO,,\nC,PROP,,${'a'.repeat(64)}\n,PROP,,`;
    const details = async (text: string) => errorsOf((await postCsv(text)).body).map(({ detail }) => detail);
    expect(await details(csv)).toEqual([
      'line 3, column name: holds a control character',
      'line 3, column asset_type: must be one of CHARACTER, OBJECT, ENVIRONMENT, PROP, STYLE, OTHER',
      'line 6, column name: is required',
    ]);
    expect(await details(csv.replace('"B\nb",HERO', 'B,PROP').replace('\n,PROP,,', ''))).toEqual([
      'line 2, column image_url: The address does not lead to a public host.',
      'line 4, column image_sha256: is not an image in the store: PUT it to /api/blobs first',
    ]);
    expect(await count()).toBe(0);
  });

  const REFUSED: [string, string | Buffer, number, string][] = [
    ['a row with a field too many', 'name,asset_type\nA,PROP,x', 400, 'malformed-csv'],
    ['a quotation mark that stays open', 'name,asset_type\n"A,PROP', 400, 'malformed-csv'],
    [
      'bytes that are not UTF-8',
      Buffer.from('name,asset_type\n\xff\xfe,PROP', 'latin1'),
      400,
      'malformed-request',
    ],
    ['UTF-16', Buffer.from('\ufeffname,asset_type\nA,PROP', 'utf16le'), 400, 'malformed-request'],
    ['NUL', 'name,asset_type\nA\u0000,PROP', 422, 'validation-failed'],
    ['a header and no row', 'name,asset_type\n', 422, 'validation-failed'],
    ['nothing', '', 422, 'validation-failed'],
    ['501 rows', `name,asset_type\n${'A,PROP\n'.repeat(501)}`, 422, 'validation-failed'],
    ['more than 1 MiB', 'x'.repeat(1024 * 1024 + 1), 413, 'payload-too-large'],
    ['JSON', '[{"name":"A"}]', 400, 'malformed-csv'],
  ];
  it('is refused whole, whatever is wrong with it', async () => {
    for (const [what, csv, status, code] of REFUSED)
      expect(await postCsv(csv), what).toMatchObject({ status, body: { code } });
    expect(await count()).toBe(0);
  });

  it('is taken as plain UTF-8 only', async () => {
    const wrong: Record<string, string>[] = [
      { 'content-type': 'text/csv; charset=latin1' },
      { 'content-encoding': 'gzip' },
      { 'content-type': 'text/plain' },
    ];
    for (const headers of wrong) expect((await postCsv('name,asset_type\nA,PROP', headers)).status).toBe(415);
  });
});
