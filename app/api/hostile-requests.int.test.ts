import { beforeAll, describe, expect, it } from 'vitest';
import { createAsset } from '#lib/assets/asset-service.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import { createManifest } from '#lib/manifests/manifest-service.ts';
import { generate } from '#lib/projects/generate.ts';
import { generateSchema } from '#lib/schemas/project.ts';
import * as asset from './assets/[id]/route.ts';
import * as blob from './blobs/[hash]/route.ts';
import * as manifest from './manifests/[id]/route.ts';
import * as versions from './manifests/[id]/versions/route.ts';
import * as ids from './manifests/ids/route.ts';
import * as manifests from './manifests/route.ts';
import * as project from './projects/[id]/route.ts';
import * as projects from './projects/route.ts';
import * as search from './search/route.ts';

/*
 * Sections Q and H of the hostile inputs at the real routes. What only exists on a socket (H01 as it is sent, H02, H03,
 * H05, H08, H09, H10, H13, H16, H22) is in lib/server/guarded-server.test.ts and e2e/edge.spec.ts. H12 and H19 and the
 * other user's key of H18 wait for logins.
 */

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';
const PROJECTS = '/api/projects';
let id = '';

beforeAll(async () => {
  await resetDatabase();
  for (const name of ['100%', 'a_b', 'back\\slash', 'plain'])
    id = (await createManifest({ name, category: 'CUSTOM' })).manifest_id;
  // A tag such as CHAR_01 holds the sign that is looked for.
  const { id: withSign } = await db().manifest.findFirstOrThrow({ where: { name: 'a_b' } });
  await createAsset(withSign, { name: 'Mara', asset_type: 'CHARACTER' });
  for (const title of ['100%', 'a_b', 'back\\slash', 'plain'])
    await generate(generateSchema.parse({ prompt: 'Rain.', title, total_duration: 4 }));
});

/** Every list with its own parameters. */
const LISTS = [
  { name: 'manifests', get: (query: string) => call(manifests.GET, { path: `/api/manifests?${query}` }) },
  { name: 'ids', get: (query: string) => call(ids.GET, { path: `/api/manifests/ids?${query}` }) },
  { name: 'projects', get: (query: string) => call(projects.GET, { path: `${PROJECTS}?${query}` }) },
  { name: 'search', get: (query: string) => call(search.GET, { path: `/api/search?${query}` }) },
  { name: 'versions', get: (query: string) => call(versions.GET, { path: `/x?${query}`, params: { id } }) },
];
const listsOf = (...names: string[]) => LISTS.filter(({ name }) => names.includes(name));
const text = encodeURIComponent;

const ALL = LISTS.map(({ name }) => name);
const LIMITED = ['manifests', 'projects', 'search', 'versions'];
const REFUSED: [string, string[], string[]][] = [
  [
    'Q01 an order that is none',
    ['manifests', 'ids'],
    ['name;drop%20table', '__proto__', 'constructor', 'password', 'Name', '["name"]', '{}', ''].map(
      (v) => `sort_by=${v}`,
    ),
  ],
  [
    'Q01 an order of a list without one',
    ['projects', 'search', 'versions'],
    ['sort_by=name', 'sort_order=asc'],
  ],
  [
    'Q02 a direction that is none',
    ['manifests', 'ids'],
    ['DESC;--', 'Desc', 'DESC', ''].map((v) => `sort_order=${v}`),
  ],
  [
    'Q03 a limit that is none',
    LIMITED,
    ['0', '-1', '1e12', '1e3', '0x10', '%D9%A3', '', '1.5', '201', '%201', '+1', '99999999999'].map(
      (v) => `limit=${v}`,
    ),
  ],
  [
    'Q05 a search with what no text holds',
    ['manifests', 'ids', 'projects', 'search'],
    ['%00', 'a%00b', 'x'.repeat(10_000), '', '%20'].map((v) => `q=${v}`),
  ],
  ['Q06 a parameter twice', LIMITED, ['limit=1&limit=2', 'limit=1&limit=1']],
  [
    'Q06 brackets',
    ALL,
    ['a[]=1', 'a[b]=1', 'q[]=x', 'limit[]=1', 'q[contains]=x', '__proto__[x]=1', 'x=1', 'constructor=1'],
  ],
  [
    'Q08 a thousand tags',
    ['manifests', 'ids'],
    [`tags=${Array.from({ length: 1_000 }, (_, i) => `t${i}`).join(',')}`, 'tags=', `tag=${'x'.repeat(61)}`],
  ],
  [
    'Q08 ids that are none',
    ['manifests', 'ids'],
    ['ids=x', `ids=${UNKNOWN.toUpperCase()}`, `ids=${Array(201).fill(UNKNOWN).join(',')}`],
  ],
  ['J30 an id that is none', ['projects'], ['manifest_id=x', `manifest_id=${UNKNOWN.toUpperCase()}`]],
];

describe('a query', () => {
  it.each(REFUSED)('%s is refused', async (_, lists, queries) => {
    for (const { name, get } of listsOf(...lists))
      for (const query of queries) {
        const answer = await get(query);
        expect(answer, `${name}?${query.slice(0, 60)}`).toMatchObject({
          status: 422,
          body: { code: 'validation-failed' },
        });
        for (const error of (answer.body as { errors: object[] }).errors)
          expect(error).toMatchObject({ parameter: expect.any(String), code: expect.any(String) });
      }
  });

  it('Q04 a cursor that is not of this list', async () => {
    const first = await call(manifests.GET, { path: '/api/manifests?limit=1' });
    const real = /cursor=([\w-]+)/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(real).not.toBe('');
    const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const cursors = [
      '',
      'x',
      '%00',
      'e30',
      real.slice(0, -3),
      `${real}x`.slice(1),
      json([]),
      json({ __proto__: 1 }),
      json(['projects', '', UNKNOWN]),
      'a'.repeat(10_000),
    ];
    for (const { name, get } of listsOf('manifests', 'projects', 'versions'))
      for (const cursor of name === 'manifests' ? cursors : [...cursors, real])
        expect(await get(`cursor=${cursor}`), `${name} ${cursor.slice(0, 40)}`).toMatchObject({
          status: 400,
          body: { code: 'invalid-cursor' },
        });
    expect(
      (await call(manifests.GET, { path: `/api/manifests?limit=1&sort_by=name&cursor=${real}` })).status,
    ).toBe(400);
  });

  it('Q04 the cursor of a row that is gone goes on', async () => {
    const gone = (await createManifest({ name: 'gone', category: 'CUSTOM' })).manifest_id;
    const first = await call(manifests.GET, { path: '/api/manifests?limit=1' });
    expect(first.body).toMatchObject([{ manifest_id: gone }]);
    await db().manifest.delete({ where: { id: gone } });
    const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(await call(manifests.GET, { path: next })).toMatchObject({
      status: 200,
      body: [{ name: 'a_b' }],
    });
  });

  it.each([
    ['%', ['100%']],
    ['_', ['a_b']],
    ['\\', ['back\\slash']],
    ["'", []],
    ['%%', []],
    ['__proto__', []],
    ["'; DROP TABLE manifests; --", []],
    ['<script>', []],
    ["a' | 'b:*", []],
  ])('Q05 %j is looked for as it is', async (q, found) => {
    const names = async (path: string, handler: Parameters<typeof call>[0]) =>
      (
        (await call(handler, { path: `${path}?q=${text(q)}` })).body as { name?: string; title?: string }[]
      ).map((m) => m.name ?? m.title);
    expect(await names('/api/manifests', manifests.GET)).toEqual(found);
    expect(await names(PROJECTS, projects.GET)).toEqual(found);
    expect((await call(search.GET, { path: `/api/search?q=${text(q)}` })).body).toMatchObject({
      manifests: found.map((name) => ({ name })),
      projects: found.map((title) => ({ title })),
    });
  });

  it('Q05 a lone surrogate is read as the sign that stands for it (pinned: a URL cannot hold one)', async () => {
    expect((await call(manifests.GET, { path: '/api/manifests?q=%ED%A0%80' })).status).toBe(200);
  });

  it('Q07 of 14 kB is answered', async () => {
    const query = Array.from({ length: 50 }, (_, i) => `${String(i)}${'x'.repeat(57)}`).join(',');
    expect((await call(manifests.GET, { path: `/api/manifests?tags=${query}` })).status).toBe(200);
  });
});

const READS = [
  ['manifest', (given: string, more = {}) => call(manifest.GET, { params: { id: given }, ...more })],
  ['project', (given: string, more = {}) => call(project.GET, { params: { id: given }, ...more })],
  ['blob', (given: string, more = {}) => call(blob.GET, { params: { hash: given }, ...more })],
] as const;

describe('a path and its headers', () => {
  it.each([
    '\0',
    '\r\nset-cookie: x=1',
    '../../etc/passwd',
    '\u202e',
    '\ufffd',
    'x'.repeat(20_000),
    '__proto__',
    '',
    UNKNOWN,
  ])('H01 the id %j is not there', async (given) => {
    for (const [name, read] of READS)
      expect(await read(given), name).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it.each([
    ['H04 of a prefetch', { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/manifests' }],
    ['H07 of another method', { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' }],
    [
      'H11 of another host',
      { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https', forwarded: 'host=evil.test' },
    ],
    [
      'H14 of Next',
      { 'x-middleware-subrequest': 'proxy:proxy:proxy', 'x-nextjs-data': '1', 'next-resume': '1' },
    ],
    ['H20 of a browser', { accept: 'text/html' }],
  ])('%s change nothing', async (_, headers) => {
    const [, read] = READS[0];
    expect((await read(id, { headers })).body).toEqual((await read(id)).body);
    expect(await read(UNKNOWN, { headers })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const made = await call(manifests.POST, { method: 'POST', body: { name: 'H' }, headers });
    expect(made.headers.get('location')).toMatch(/^\/api\/manifests\/[0-9a-f-]{36}$/);
    const first = await call(manifests.GET, { path: '/api/manifests?limit=1', headers });
    expect(first.headers.get('link')).toMatch(/^<\/api\/manifests\?/);
    const refused = await call(manifests.POST, { method: 'POST', body: {}, headers });
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    await db().manifest.delete({ where: { id: String((made.body as { manifest_id: string }).manifest_id) } });
  });

  it('H17 If-Match: any, weak, a list, garbage, 10 kB', async () => {
    const etag = async () => (await call(manifest.GET, { params: { id } })).headers.get('etag') ?? '';
    const put = async (ifMatch: string) => {
      const edit = {
        method: 'PUT',
        params: { id },
        body: { name: 'plain' },
        headers: { 'if-match': ifMatch },
      };
      return (await call(manifest.PUT, edit)).status;
    };
    expect(await put('*')).toBe(200);
    expect(await put(await etag())).toBe(200);
    expect(await put(`"x", ${await etag()}`)).toBe(200);
    for (const other of [`W/${await etag()}`, '"0"', '"x"', '"2147483648"'])
      expect(await put(other), other).toBe(412);
    for (const garbage of ['7', '"', `"${'x'.repeat(10_000)}"`, '*, "1"', ''])
      expect(await put(garbage), garbage.slice(0, 9)).toBe(400);
    const [mara] = await db().asset.findMany();
    const stale = {
      method: 'PUT',
      params: { id: mara?.id ?? '' },
      body: { name: 'Mara' },
      headers: { 'if-match': '"9"' },
    };
    expect(await call(asset.PUT, stale)).toMatchObject({
      status: 412,
      body: { code: 'precondition-failed' },
    });
  });

  it('H18 Idempotency-Key: may be missing; empty, too long, not visible or two of them are refused', async () => {
    const post = (key: string) =>
      call(manifests.POST, { method: 'POST', body: { name: 'K' }, headers: { 'idempotency-key': key } });
    for (const key of ['', 'x'.repeat(256), 'a b', 'a, b', 'ü', '\x7f'])
      expect(await post(key), JSON.stringify(key)).toMatchObject({
        status: 400,
        body: { code: 'malformed-request', errors: [{ header: 'Idempotency-Key' }] },
      });
    expect(await db().manifest.count({ where: { name: 'K' } })).toBe(0);
    expect((await post('x'.repeat(255))).status).toBe(201);
    await db().manifest.deleteMany({ where: { name: 'K' } });
  });

  it('H21 another origin may not write, and reads like anybody', async () => {
    const origins: Record<string, string>[] = [
      { origin: 'null' },
      { origin: 'http://127.0.0.1:3001' },
      { origin: 'http://evil.127.0.0.1:3000' },
      { origin: 'https://evil.test' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' },
    ];
    for (const headers of origins) {
      for (const [method, handler] of [
        ['PUT', manifest.PUT],
        ['DELETE', manifest.DELETE],
        ['POST', manifests.POST],
      ] as const)
        expect(
          await call(handler, { method, params: { id }, body: { name: 'X' }, headers }),
          JSON.stringify(headers),
        ).toMatchObject({
          status: 403,
          body: { code: 'cross-origin-refused' },
        });
    }
    expect(await call(manifest.GET, { params: { id } })).toMatchObject({
      status: 200,
      body: { name: 'plain' },
    });
  });
});
