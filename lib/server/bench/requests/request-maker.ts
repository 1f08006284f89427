import fc from 'fast-check';
import {
  HOSTILE_BODIES,
  HOSTILE_HEADERS,
  HOSTILE_SEGMENTS,
  HOSTILE_TEXTS,
  HOSTILE_VALUES,
} from '../../../http/testing-hostile.ts';
import { arbitraryOf, type JsonSchema } from '../../../openapi/testing-arbitraries.ts';
import type { Kind, KnownIds } from './known-ids.ts';

type Content = Record<string, { schema: JsonSchema }>;
type Described = {
  operationId: string;
  parameters?: { in: string; name: string; required?: boolean; schema: JsonSchema }[];
  requestBody?: { content: Content };
};
export type OpenApi = { paths: Record<string, Record<string, Described>> };

export type Body =
  | { json: unknown }
  | { bytes: string | Uint8Array }
  | { fields: Record<string, string>; files: { field: string; name: string; sample: number }[] };
export type Made = {
  operation: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Body | null;
};

/** Operations that make the worker or the disk work, and what they are worth beside one of the others. */
const HEAVY =
  /^(generate|resume|retry|fork|bringUp|another|uploadOwn|process|reprocess|filmFrom|export|importBundle|getKeyframes|getFilmBundle|getHandOff|duplicate)/;
const HEAVY_WEIGHT = 1;
const WEIGHT = 6;
const PAGES = [
  '/',
  '/manifests',
  '/generate',
  '/projects',
  '/manifests/{id}',
  '/manifests/{id}/edit',
  '/projects/{id}',
];
const KIND_OF_PATH: [RegExp, Kind][] = [
  [/^\/(api\/)?manifests/, 'manifest_id'],
  [/^\/api\/assets/, 'asset_id'],
  [/^\/(api\/)?projects/, 'project_id'],
  [/^\/api\/presets/, 'preset_id'],
];
const FILE_NAMES = [
  'a.png',
  '../../etc/passwd.png',
  'C:\\a.png',
  'a%0d%0aSet-Cookie: x=1.png',
  '<img>.jpg',
  '.',
  'é'.repeat(200),
];

/** A maker of requests from the OpenAPI file: the same seed and the same known ids make the same request. */
export function requestMaker(
  file: OpenApi,
  known: KnownIds,
  samples: number,
  only: RegExp,
): (seed: number) => Made {
  const operations = Object.entries(file.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, described]) => only.test(described.operationId))
      .map(([method, described]) => ({
        weight: HEAVY.test(described.operationId) ? HEAVY_WEIGHT : WEIGHT,
        arbitrary: requestOf(path, method.toUpperCase(), described, known, samples),
      })),
  );
  const pages = fc
    .constantFrom(...PAGES)
    .chain((path) => requestOf(path, 'GET', { operationId: 'page' }, known, samples));
  const all = fc.oneof(...operations, { weight: WEIGHT, arbitrary: pages });
  return (seed) => fc.sample(all, { seed, numRuns: 1 })[0] as Made;
}

function requestOf(
  path: string,
  method: string,
  described: Described,
  known: KnownIds,
  samples: number,
): fc.Arbitrary<Made> {
  const { operationId, parameters = [], requestBody } = described;
  const spares = method !== 'DELETE';
  const kind = KIND_OF_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? 'manifest_id';
  const idsFor = (field: string) =>
    fc.oneof(
      { weight: 6, arbitrary: known.arbitrary(kindOf(field, kind), false) },
      { weight: 1, arbitrary: fc.uuid() },
    );
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const segments = fc.tuple(
    ...inPath.map((name) => {
      const schema = parameters.find((p) => p.in === 'path' && p.name === name)?.schema ?? { type: 'string' };
      const real = known.arbitrary(kindOf(name, kind), spares);
      return fc.oneof(
        {
          weight: 14,
          arbitrary:
            name.endsWith('id') || name === 'hash'
              ? real
              : (arbitraryOf(schema, () => real) as fc.Arbitrary<string>),
        },
        { weight: 1, arbitrary: fc.uuid() },
        { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_SEGMENTS) },
      );
    }),
  );
  const query = queryOf(
    parameters.filter((p) => p.in === 'query'),
    known,
    idsFor,
  );
  const headers = headersOf(known);
  const body = requestBody ? bodyOf(requestBody.content, operationId, idsFor, samples) : noBody(method);
  return fc.record({ segments, query, headers, body }).map((made) => {
    let at = 0;
    const address = path.replace(/\{\w+\}/g, () => made.segments[at++] ?? '');
    return {
      operation: operationId,
      method,
      path: address + made.query,
      headers: made.headers,
      body: made.body,
    };
  });
}

const kindOf = (name: string, kind: Kind): Kind => {
  if (name === 'hash') return 'hash';
  const named = name.replace(/s$/, '');
  if (/^(manifest|asset|project|scene|preset)_id$/.test(named)) return named as Kind;
  if (/^(after)$/.test(named)) return 'scene_id';
  if (/^(into|front|side|three_quarter|full_body|former_tag|view_of_asset_id|scope)$/.test(named))
    return 'asset_id';
  return kind;
};

function queryOf(
  parameters: NonNullable<Described['parameters']>,
  known: KnownIds,
  idsFor: (field: string) => fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const hostile = fc.constantFrom(...HOSTILE_TEXTS);
  const textFor = (name: string, schema: JsonSchema) =>
    name === 'cursor'
      ? fc.oneof(known.arbitrary('cursor', true), hostile)
      : name === 'ids'
        ? fc.array(idsFor('manifest_ids'), { maxLength: 5 }).map((ids) => ids.join(','))
        : (arbitraryOf(schema, idsFor, name) as fc.Arbitrary<string>);
  const pair = fc.oneof(
    ...parameters.map(({ name, schema }) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof({ weight: 5, arbitrary: textFor(name, schema) }, { weight: 1, arbitrary: hostile }),
      ),
    ),
    fc.tuple(fc.constantFrom('a[]', '_rsc', '__proto__', 'x'), hostile),
  );
  const needed = fc.tuple(
    ...parameters
      .filter((p) => p.required)
      .map(({ name, schema }) => fc.tuple(fc.constant(name), textFor(name, schema))),
  );
  const some = fc.oneof(
    { weight: 10, arbitrary: fc.constant([]) },
    { weight: parameters.length > 0 ? 15 : 1, arbitrary: fc.array(pair, { maxLength: 3 }) },
  );
  return fc.tuple(needed, some).map(([first, more]) => {
    const text = [...first, ...more]
      .map(
        ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value).toWellFormed())}`,
      )
      .join('&');
    return text ? `?${text}` : '';
  });
}

function headersOf(known: KnownIds): fc.Arbitrary<Record<string, string>> {
  const key = fc.nat(400).map((n) => ({ 'idempotency-key': `bench-${n}` }));
  const etag = known.arbitrary('etag', true).map((tag) => ({ 'if-match': tag, 'if-none-match': tag }));
  const stream = fc.constant({ accept: 'text/event-stream' });
  return fc.oneof(
    { weight: 10, arbitrary: fc.constant({}) },
    { weight: 4, arbitrary: key },
    { weight: 2, arbitrary: etag },
    { weight: 1, arbitrary: stream },
    { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_HEADERS) },
  ) as fc.Arbitrary<Record<string, string>>;
}

const noBody = (method: string): fc.Arbitrary<Body | null> =>
  method === 'GET'
    ? fc.constant(null)
    : fc.oneof(
        { weight: 9, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_BODIES).map((bytes) => ({ bytes })) },
      );

function bodyOf(
  content: Content,
  operation: string,
  idsFor: (field: string) => fc.Arbitrary<string>,
  samples: number,
): fc.Arbitrary<Body | null> {
  const json = content['application/json']?.schema;
  const form = content['multipart/form-data']?.schema;
  const bodies: fc.WeightedArbitrary<Body | null>[] = [
    { weight: 5, arbitrary: fc.constantFrom(...HOSTILE_BODIES).map((bytes) => ({ bytes })) },
    { weight: 1, arbitrary: fc.constant(null) },
  ];
  if (json) {
    const valid = arbitraryOf(json, idsFor).map((value) => ({ json: bounded(operation, value) }));
    bodies.push({ weight: 30, arbitrary: valid }, { weight: 15, arbitrary: spoilt(valid) });
  }
  if (form) bodies.push({ weight: 25, arbitrary: formOf(form, operation, samples) });
  return fc.oneof(...bodies);
}

/** A film of this run costs little: it is short, and ends with its storyboard where the request says how far it goes. */
function bounded(operation: string, value: unknown): unknown {
  if (!/^(generate|fork)/.test(operation) || typeof value !== 'object' || value === null) return value;
  return { ...value, run_through: 'storyboard', total_duration: 4, clip_duration: 2 };
}

/** One place of a valid body made wrong. */
function spoilt(valid: fc.Arbitrary<{ json: unknown }>): fc.Arbitrary<{ json: unknown }> {
  return fc.tuple(valid, fc.constantFrom(...HOSTILE_VALUES), fc.nat()).map(([{ json }, hostile, n]) => {
    if (typeof json !== 'object' || json === null) return { json: hostile };
    const keys = Object.keys(json);
    const key = n % 4 === 0 || keys.length === 0 ? 'ownerId' : (keys[n % keys.length] ?? '');
    return { json: Array.isArray(json) ? [hostile] : { ...json, [key]: hostile } };
  });
}

function formOf(schema: JsonSchema, operation: string, samples: number): fc.Arbitrary<Body> {
  const names = Object.keys(schema.properties ?? {});
  const file = fc.record({
    field: fc.constantFrom(names[0] ?? 'file', names[0] ?? 'file', 'other'),
    name: fc.constantFrom(...FILE_NAMES),
    sample: fc.nat(samples - 1),
  });
  const text = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
    fc.constantFrom(...HOSTILE_TEXTS, '{"a":1}', '2', 'CHARACTER', 'storyboard'),
  );
  return fc.record({
    fields: fc
      .dictionary(fc.constantFrom(...names.slice(1), 'x'), text, { maxKeys: 4, noNullPrototype: true })
      .map((fields) => textsOf(bounded(operation, fields))),
    files: fc.oneof(
      { weight: 5, arbitrary: fc.array(file, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(file, { maxLength: 3 }) },
    ),
  });
}

const textsOf = (fields: unknown) =>
  Object.fromEntries(Object.entries(fields as object).map(([name, value]) => [name, String(value)]));
