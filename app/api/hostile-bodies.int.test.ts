import { beforeAll, describe, expect, it } from 'vitest';
import { createAsset } from '#lib/assets/asset-service.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { type Answer, call } from '#lib/http/testing.ts';
import { createManifest } from '#lib/manifests/manifest-service.ts';
import * as asset from './assets/[id]/route.ts';
import * as generate from './generate/route.ts';
import * as bulkAssets from './manifests/[id]/assets/bulk/route.ts';
import * as merge from './manifests/[id]/assets/merge/route.ts';
import * as order from './manifests/[id]/assets/order/route.ts';
import * as assets from './manifests/[id]/assets/route.ts';
import * as process from './manifests/[id]/process/route.ts';
import * as manifest from './manifests/[id]/route.ts';
import * as bulk from './manifests/bulk/route.ts';
import * as manifests from './manifests/route.ts';
import * as presets from './presets/route.ts';

/*
 * Section J of the hostile inputs: what a JSON body may not be, at the real routes. Here are the cases by their numbers;
 * J43 (dates) has no place in this API: no body holds an instant.
 */

type Handler = Parameters<typeof call>[0];
type Field = 'line' | 'prose' | 'integer' | 'id' | 'ids' | 'tags';
type Target = {
  name: string;
  handler: Handler;
  method: 'POST' | 'PUT';
  params?: () => Record<string, string>;
  /** A body that is accepted. */
  valid: () => Record<string, unknown>;
  fields: Partial<Record<Field, string>>;
  /** Code points that a line and a prose field hold. */
  max?: { line: number; prose: number };
  /** The body may be absent. */
  isOptional?: true;
};

const NIL = '00000000-0000-0000-0000-000000000000';
let manifestId = '';
let assetIds: string[] = [];
let names = 0;

beforeAll(async () => {
  await resetDatabase();
  manifestId = (await createManifest({ name: 'Cast', category: 'CUSTOM' })).manifest_id;
  const make = async (name: string) => (await createAsset(manifestId, { name, asset_type: 'PROP' })).asset_id;
  assetIds = [await make('a'), await make('b')];
});

const id = () => ({ id: manifestId });
const FILM = { prompt: 'Rain.', total_duration: 4, clip_duration: 2, run_through: 'storyboard' };
const TARGETS: Target[] = [
  {
    name: 'create manifest',
    handler: manifests.POST,
    method: 'POST',
    valid: () => ({ name: 'M', description: 'x', tags: ['sea'] }),
    fields: { line: 'name', prose: 'description', tags: 'tags' },
    max: { line: 120, prose: 4000 },
  },
  {
    name: 'update manifest',
    handler: manifest.PUT,
    method: 'PUT',
    params: id,
    valid: () => ({ name: 'M', description: 'x' }),
    fields: { line: 'name', prose: 'description', tags: 'tags' },
    max: { line: 120, prose: 4000 },
  },
  {
    name: 'create asset',
    handler: assets.POST,
    method: 'POST',
    params: id,
    valid: () => ({ name: 'A', asset_type: 'PROP', description: 'x' }),
    fields: { line: 'name', prose: 'description', tags: 'user_tags' },
    max: { line: 120, prose: 4000 },
  },
  {
    name: 'update asset',
    handler: asset.PUT,
    method: 'PUT',
    params: () => ({ id: assetIds[0] ?? '' }),
    valid: () => ({ name: 'A', reverse_prompt: 'x' }),
    fields: {
      line: 'name',
      prose: 'reverse_prompt',
      integer: 'sort_order',
      id: 'view_of_asset_id',
      tags: 'user_tags',
    },
    max: { line: 120, prose: 4000 },
  },
  {
    name: 'order',
    handler: order.PUT,
    method: 'PUT',
    params: id,
    valid: () => ({ asset_ids: [...assetIds].reverse() }),
    fields: { ids: 'asset_ids' },
  },
  {
    name: 'generate',
    handler: generate.POST,
    method: 'POST',
    valid: () => FILM,
    fields: { line: 'title', prose: 'prompt', integer: 'seed', id: 'manifest_id' },
    max: { line: 120, prose: 4000 },
  },
  {
    name: 'process',
    handler: process.POST,
    method: 'POST',
    params: id,
    valid: () => ({ scope: assetIds }),
    fields: { ids: 'scope' },
    isOptional: true,
  },
  {
    name: 'bulk manifests',
    handler: bulk.POST,
    method: 'POST',
    valid: () => ({ manifest_ids: [manifestId], category: 'CUSTOM' }),
    fields: { ids: 'manifest_ids' },
  },
  {
    name: 'bulk assets',
    handler: bulkAssets.POST,
    method: 'POST',
    params: id,
    valid: () => ({ op: 'tags', asset_ids: assetIds, add: ['sea'] }),
    fields: { ids: 'asset_ids', tags: 'add' },
  },
  {
    name: 'merge',
    handler: merge.POST,
    method: 'POST',
    params: id,
    valid: () => ({ into: NIL, asset_ids: [NIL] }),
    fields: { id: 'into', ids: 'asset_ids' },
  },
  {
    name: 'preset',
    handler: presets.POST,
    method: 'POST',
    // A name is taken once.
    valid: () => ({ name: `P ${names++}`, settings: { style: 'ink' } }),
    fields: { line: 'name' },
    max: { line: 60, prose: 0 },
  },
];

function send(
  target: Target,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { handler, method, params } = target;
  const sent = { 'content-type': 'application/json', ...headers };
  return call(handler, { method, headers: sent, body, ...(params && { params: params() }) });
}
const sendJson = (target: Target, body: unknown) => send(target, JSON.stringify(body));

type Refusal = { status: number; code: string };
const MALFORMED = { status: 400, code: 'malformed-json' };
const INVALID = { status: 422, code: 'validation-failed' };
const TOO_LARGE = { status: 413, code: 'payload-too-large' };
const WRONG_TYPE = { status: 415, code: 'unsupported-media-type' };

function expectRefusal(answer: Answer, { status, code }: Refusal, what: string) {
  expect(answer, what).toMatchObject({ status, body: { status, code } });
  expect(answer.headers.get('content-type'), what).toBe('application/problem+json');
  expect(answer.headers.get('cache-control'), what).toBe('no-store');
  expect(answer.headers.get('x-request-id'), what).toMatch(/./);
}

const nested = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);

const ENVELOPES: [string, string | Uint8Array, Refusal][] = [
  ['J01 nothing', '', MALFORMED],
  ['J02 cut off', '{"a":', MALFORMED],
  ['J03 something behind', '{"a":1}x', MALFORMED],
  ...['NaN', 'Infinity', "{'a':1}", '{/**/}', '{"name":"x",}'].map((body): [string, string, Refusal] => [
    `J04 ${body}`,
    body,
    MALFORMED,
  ]),
  ...['null', '1', '"x"', '[1]'].map((body): [string, string, Refusal] => [`J05 ${body}`, body, INVALID]),
  ['J07 invalid UTF-8', Buffer.from('7b226e616d65223a22ff227d', 'hex'), MALFORMED],
  ['J08 UTF-16', Buffer.from('{"name":"x"}', 'utf16le'), MALFORMED],
  ['J11 a byte too many', JSON.stringify({ name: 'x'.repeat(1024 * 1024 - 10) }), TOO_LARGE],
  ['J13 5,000 arrays', nested('[', ']', 5_000), INVALID],
  ['J15 100,000 objects', `${nested('{"a":', '', 100_000)}1${'}'.repeat(100_000)}`, INVALID],
  [
    'J16 as many keys as fit',
    `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
    INVALID,
  ],
  ['J17 __proto__ again and again', `{${Array(500).fill('"__proto__":1').join(',')}}`, INVALID],
  ['J18 __proto__', '{"__proto__":{"polluted":1}}', INVALID],
  ['J19 constructor', '{"constructor":{"prototype":{}}}', INVALID],
  ['J35 1e400', '{"name":1e400,"scope":1e400,"asset_ids":1e400}', INVALID],
];

describe('a body as a whole', () => {
  it.each(ENVELOPES)('%s', async (what, body, refusal) => {
    for (const target of TARGETS) {
      if (target.isOptional && body === '') continue;
      expectRefusal(await send(target, body), refusal, `${what} at ${target.name}`);
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('J12 and J14 of many megabytes end without being held', async () => {
    const [target] = TARGETS as [Target];
    const before = performance.now();
    expectRefusal(await send(target, `"${'x'.repeat(30_000_000)}"`), TOO_LARGE, 'J12');
    expectRefusal(await send(target, nested('[', ']', 1_000_000)), TOO_LARGE, 'J14');
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/html', ''])('J09 as %j', async (type) => {
    for (const target of TARGETS)
      expectRefusal(
        await send(target, JSON.stringify(target.valid()), { 'content-type': type }),
        WRONG_TYPE,
        target.name,
      );
  });
  it('J09 without a type, also where a body may be absent', async () => {
    for (const { name, handler, method, params, valid } of TARGETS) {
      const body = new Blob([JSON.stringify(valid())]);
      const request = new Request('http://127.0.0.1:3000/', {
        method,
        body,
        headers: { host: '127.0.0.1:3000' },
      });
      expect(request.headers.get('content-type'), name).toBeNull();
      const response = await handler(request, { params: Promise.resolve(params?.() ?? {}) });
      expect(response.status, name).toBe(415);
    }
  });
  it.each([
    'application/json; charset=latin1',
    'application/json; charset=utf-16',
    'application/json, text/plain',
  ])('J10 as %s', async (type) => {
    for (const target of TARGETS)
      expectRefusal(await send(target, '{}', { 'content-type': type }), WRONG_TYPE, target.name);
  });

  it('J06 may begin with a byte-order mark (pinned)', async () => {
    const [target] = TARGETS as [Target];
    expect(await send(target, '\ufeff{"name":"A"}')).toMatchObject({ status: 201, body: { name: 'A' } });
  });
  it('J20 of a key given twice the last one counts (pinned)', async () => {
    const [target] = TARGETS as [Target];
    expect(await send(target, '{"name":"A","name":"B"}')).toMatchObject({ status: 201, body: { name: 'B' } });
  });
});

/** Values of one kind of field, each wrong for the reason that its error names. */
const FIELDS: [string, Field[], unknown[], string][] = [
  ['J21 NUL', ['line', 'prose'], ['a\u0000b', '\u0000'], 'control-character'],
  ['J23 lone surrogates', ['line', 'prose'], ['\ud800', 'a\udc00', '\udc00\ud800'], 'not-well-formed'],
  [
    'J25 controls in a line',
    ['line'],
    ['a\u0007', 'a\u0085', 'a\nb', 'a\tb', 'a\u2028b', 'a\ufeffb', '\u202eb', 'a\u2066b'],
    'control-character',
  ],
  ['J25 controls in prose', ['prose'], ['a\u0007', 'a\u0085', 'a\u2028b', '\u202eb'], 'control-character'],
  ['J29 nothing to see', ['line'], ['', ' ', '\u200b\u2060', '\u00a0'], 'empty'],
  ['J30 no ids', ['id'], ['not-a-uuid', NIL.slice(1), `${NIL}0`, ''], 'not-an-id'],
  [
    'J31 ids in another spelling',
    ['id'],
    [NIL.replaceAll('0', 'A'), `{${NIL}}`, NIL.replaceAll('-', '')],
    'not-an-id',
  ],
  ['J33 too large for the column', ['integer'], [2_147_483_648, -1, -2_147_483_649], 'out-of-range'],
  ['J36 no whole number', ['integer'], [1.5, 0.1], 'wrong-type'],
  ['J38 another type than a number', ['integer'], ['1', true, [1], {}], 'wrong-type'],
  [
    'J42 operators',
    ['line', 'prose', 'integer', 'id'],
    [{ not: '' }, { contains: '%' }, { set: 'x' }, { increment: 1 }],
    'wrong-type',
  ],
  [
    'J42 operators for a list',
    ['tags'],
    [{ has: 'x' }, { push: 'x' }, 'x', [{ not: '' }], [null]],
    'wrong-type',
  ],
];

describe('a field', () => {
  it.each(FIELDS)('%s', async (_, kinds, values, code) => {
    let cases = 0;
    for (const target of TARGETS)
      for (const kind of kinds)
        for (const value of target.fields[kind] ? values : []) {
          const field = target.fields[kind] ?? '';
          const what = `${target.name}.${field} = ${JSON.stringify(value)}`;
          const answer = await sendJson(target, { ...target.valid(), [field]: value });
          expectRefusal(answer, INVALID, what);
          const { errors } = answer.body as { errors: { pointer: string; code: string }[] };
          expect(
            errors.map((e) => e.code),
            what,
          ).toContain(code);
          for (const { pointer } of errors) expect(pointer, what).toMatch(new RegExp(`^#/${field}(/|$)`));
          cases += 1;
        }
    expect(cases).toBeGreaterThan(0);
  });

  it('J22 and J24 what a JSON column cannot hold, as a value and as a key', async () => {
    const preset = TARGETS.find(({ name }) => name === 'preset') as Target;
    for (const wrong of [{ style: 'a\u0000' }, { 'a\u0000': 1 }, { style: 'a\ud800' }, { 'a\ud800': 1 }])
      expectRefusal(await sendJson(preset, { name: 'P', settings: wrong }), INVALID, JSON.stringify(wrong));
  });

  it.each(['99999999999999999999', '1e20', '1e400', '-1e400'])(
    'J34 and J35 the number %s',
    async (number) => {
      for (const target of TARGETS) {
        const field = target.fields.integer;
        if (!field) continue;
        const valid = JSON.stringify({ ...target.valid(), [field]: 7 });
        expectRefusal(
          await send(target, valid.replace(`"${field}":7`, `"${field}":${number}`)),
          INVALID,
          target.name,
        );
      }
    },
  );

  it.each(['-0', '1.0', '1e0'])('J37 %s is a whole number (pinned)', async (number) => {
    const update = TARGETS.find(({ name }) => name === 'update asset') as Target;
    expect(await send(update, `{"sort_order":${number}}`)).toMatchObject({
      status: 200,
      body: { sort_order: Math.abs(Number(number)) },
    });
  });

  it('J26 keeps private-use, unassigned and non-characters to the byte', async () => {
    const name = 'a\ue000\u0378\ufffe\u{10ffff}😀';
    for (const target of TARGETS.slice(0, 4))
      expect((await sendJson(target, { ...target.valid(), name })).body, target.name).toMatchObject({ name });
  });

  it('J25 keeps tabs and new lines in prose', async () => {
    const description = 'a\n\tb';
    const [create] = TARGETS as [Target];
    expect((await sendJson(create, { name: 'A', description })).body).toMatchObject({ description });
  });

  it('J27 and J28 is counted in code points, and marks do not stack', async () => {
    for (const target of TARGETS)
      for (const kind of ['line', 'prose'] as const) {
        const field = target.fields[kind];
        const max = target.max?.[kind];
        if (!field || !max) continue;
        const set = (value: string) => sendJson(target, { ...target.valid(), [field]: value });
        for (const wrong of ['x'.repeat(max + 1), '😀'.repeat(max + 1), `e${'\u0301'.repeat(10_000)}`])
          expectRefusal(await set(wrong), INVALID, `${target.name}.${field}`);
        expect((await set('😀'.repeat(max))).status, `${target.name}.${field}`).toBeLessThan(300);
      }
  });

  it('J41 that is none of the request is named', async () => {
    for (const target of TARGETS)
      for (const field of ['ownerId', 'version', 'status', 'createdAt', 'manifest_tag', 'a/b~c']) {
        const answer = await sendJson(target, { ...target.valid(), [field]: 1 });
        expectRefusal(answer, INVALID, `${target.name}.${field}`);
        const pointer = `#/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        expect((answer.body as { errors: unknown }).errors, target.name).toContainEqual(
          expect.objectContaining({ pointer, code: 'unknown-field' }),
        );
      }
  });
});

describe('ids', () => {
  const MAX = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const at = (name: string) => TARGETS.find((target) => target.name === name) as Target;

  it('J32 nil and max name nothing', async () => {
    for (const nothing of [NIL, MAX]) {
      expect(await sendJson(at('generate'), { ...FILM, manifest_id: nothing })).toMatchObject({
        status: 404,
      });
      expectRefusal(await sendJson(at('update asset'), { view_of_asset_id: nothing }), INVALID, nothing);
      expectRefusal(await sendJson(at('order'), { asset_ids: [nothing, ...assetIds] }), INVALID, nothing);
      const params = { id: nothing };
      expect(await call(asset.PUT, { method: 'PUT', params, body: { name: 'A' } })).toMatchObject({
        status: 404,
      });
    }
  });

  it('J44 too many, twice the same, foreign ones and others between: nothing happens', async () => {
    const before = await db().asset.findMany({ orderBy: { id: 'asc' } });
    const many = Array.from({ length: 10_001 }, (_, i) => NIL.slice(0, -5) + String(i).padStart(5, '0'));
    const [first = ''] = assetIds;
    for (const name of ['order', 'process', 'bulk assets', 'merge', 'bulk manifests'])
      expectRefusal(
        await sendJson(at(name), { ...at(name).valid(), [at(name).fields.ids ?? '']: many }),
        INVALID,
        name,
      );
    for (const asset_ids of [[first, first], [first], [...assetIds, first], [...assetIds, NIL], [NIL]])
      expectRefusal(await sendJson(at('order'), { asset_ids }), INVALID, JSON.stringify(asset_ids));
    expectRefusal(await sendJson(at('process'), { scope: [first, first] }), INVALID, 'process');
    expectRefusal(
      await sendJson(at('bulk manifests'), { manifest_ids: [NIL, NIL], delete: true }),
      INVALID,
      'bulk',
    );
    expect(await db().asset.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  });

  it('J40 two assets at one place stand in the order in which they were made (pinned)', async () => {
    for (const each of assetIds)
      await call(asset.PUT, { method: 'PUT', params: { id: each }, body: { sort_order: 3 } });
    const list = await call(assets.GET, { params: id() });
    const placed = (list.body as { asset_id: string; sort_order: number }[]).filter((a) =>
      assetIds.includes(a.asset_id),
    );
    expect(placed.map((a) => a.asset_id)).toEqual(assetIds);
  });
});
