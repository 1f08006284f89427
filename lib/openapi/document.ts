import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { ERROR_STATUS, type ErrorCode } from '../errors.ts';
import type { MultipartLimits } from '../http/multipart.ts';
import { problemSchema } from '../schemas/problem.ts';
import { addExamples } from './examples.ts';
import { NAMED_SCHEMAS } from './named-schemas.ts';
import type { Answer, Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';

const problem = problemSchema.meta({ id: 'Problem' });

/** What any operation may answer. */
const EVERYWHERE: readonly ErrorCode[] = [
  'malformed-request',
  // Of a parameter that the operation does not have.
  'validation-failed',
  'cross-origin-refused',
  'unknown-host',
  'internal',
  'unavailable',
];
const OF_JSON: readonly ErrorCode[] = ['malformed-json', 'payload-too-large', 'unsupported-media-type'];
const OF_MULTIPART: readonly ErrorCode[] = ['malformed-multipart', 'too-many-parts', ...OF_JSON.slice(1)];
const OF_POST: readonly ErrorCode[] = ['idempotency-in-flight', 'idempotency-key-reused'];

const IDEMPOTENCY_KEY = z.string().optional().meta({
  description:
    '1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key.',
  example: 'b0c4d1f2',
});
const IF_MATCH = z.string().optional().meta({
  description:
    'The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins.',
  example: '"7"',
});

const BINARY = z.string().meta({ override: { format: 'binary' } });

function errorsOf({ method, params, body, multipart, ifMatch, errors = [] }: Operation): ErrorCode[] {
  return [
    ...new Set<ErrorCode>([
      ...EVERYWHERE,
      ...(params ? (['not-found'] as const) : []),
      ...(body ? OF_JSON : []),
      ...(multipart ? OF_MULTIPART : []),
      ...(method === 'POST' ? OF_POST : []),
      ...(ifMatch ? (['precondition-failed'] as const) : []),
      ...errors,
    ]),
  ];
}

/** One answer for each status, with the codes that mean it. */
function problemsOf(operation: Operation): Record<string, ZodOpenApiResponseObject> {
  const codes = Map.groupBy(errorsOf(operation), (code) => String(ERROR_STATUS[code]));
  return Object.fromEntries(
    [...codes].map(([status, list]) => [
      status,
      {
        description: `\`${list.join('`, `')}\``,
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}

function answerOf({ description, schema, type = [], headers }: Answer): ZodOpenApiResponseObject {
  const content = Object.fromEntries([
    ...(schema ? [['application/json', { schema }]] : []),
    ...[type].flat().map((name) => [name, { schema: name.startsWith('text/') ? z.string() : BINARY }]),
  ]);
  return {
    description,
    ...(headers && { headers: z.object(headers) }),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

/** With several names for files there is at most one of each, and none need be there. */
function multipartSchema(
  { fileField, otherFileFields = [], maxFiles, fieldNames }: MultipartLimits,
  parts: Operation['parts'] = {},
) {
  const names = [fileField, ...otherFileFields];
  const file = maxFiles > 1 ? z.array(BINARY).max(maxFiles) : BINARY;
  const files = names.length > 1 ? names.map((name) => [name, BINARY.optional()]) : [[fileField, file]];
  const fields = fieldNames.map((name) => [name, parts[name] ?? z.string().optional()]);
  return z.object(Object.fromEntries([...files, ...fields]));
}

function bodyOf(operations: Operation[]) {
  const content = Object.assign(
    {},
    ...operations.map(({ body, bodyType = 'application/json', multipart, parts, example }) => ({
      ...(body && { [bodyType]: { schema: body, ...(example !== undefined && { example }) } }),
      ...(multipart &&
        !multipart.isAlwaysRaw && { 'multipart/form-data': { schema: multipartSchema(multipart, parts) } }),
      ...Object.fromEntries((multipart?.rawTypes ?? []).map((type) => [type, { schema: BINARY }])),
    })),
  );
  const isRequired = operations.every((o) => (o.body && !o.bodyOptional) || o.multipart);
  return Object.keys(content).length > 0 ? { requestBody: { content, required: isRequired } } : {};
}

type Responses = Record<string, ZodOpenApiResponseObject>;

/** An answer of the operation's own may have the status of a problem: then it is one or the other. */
const joined = (problems: Responses, answers: Responses): Responses => ({
  ...problems,
  ...Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => {
      const content = { ...problems[status]?.content, ...answer.content };
      return [status, Object.keys(content).length > 0 ? { ...answer, content } : answer];
    }),
  ),
});

/** Operations of one method and address differ in their body only; the first one names them. */
function operationObject(operations: [Operation, ...Operation[]]): ZodOpenApiOperationObject {
  const [first] = operations;
  const { id, tag, summary, description, params, query, method, ifMatch } = first;
  const header = {
    ...(method === 'POST' && { 'Idempotency-Key': IDEMPOTENCY_KEY }),
    ...(ifMatch && { 'If-Match': IF_MATCH }),
  };
  const answers = Object.assign({}, ...operations.map((o) => o.answers)) as Record<number, Answer>;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    requestParams: {
      ...(params && { path: z.object(params) }),
      ...(query && { query: query as z.ZodObject }),
      ...(Object.keys(header).length > 0 && { header: z.object(header) }),
    },
    ...bodyOf(operations),
    responses: joined(
      Object.assign({}, ...operations.map(problemsOf)),
      Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)])),
    ),
  };
}

function paths(): ZodOpenApiPathsObject {
  const all: ZodOpenApiPathsObject = {};
  for (const [address, operations] of Map.groupBy(OPERATIONS, (o) => o.path)) {
    const methods = Map.groupBy(operations, (o) => o.method.toLowerCase());
    all[address] = Object.fromEntries(
      [...methods].map(([method, list]) => [method, operationObject(list as [Operation, ...Operation[]])]),
    );
  }
  return all;
}

/** The OpenAPI 3.1 description of the REST API, made of the schemas that its routes parse with. */
export function openApiDocument(version: string) {
  const spec: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'vidpipe',
      version,
      description:
        'Manifests of reference assets, and films made of them. Everything the browser does, a script can do.',
    },
    servers: [{ url: '/' }],
    paths: paths(),
    components: { schemas: NAMED_SCHEMAS },
  };
  const document = withoutUnused(createDocument(spec, { reused: 'inline' }));
  addExamples((document.paths ?? {}) as Record<string, Record<string, unknown>>);
  return document;
}

type Document = ReturnType<typeof createDocument>;

const OUTPUT = 'Output';

/**
 * Only the named schemas that an operation leads to. One that is only answered with, never read, comes as `AssetOutput`
 * and loses the ending.
 */
function withoutUnused(document: Document): Document {
  const all = document.components?.schemas ?? {};
  const used = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(all[name]);
    }
  };
  visit(document.paths);
  const plain = (name: string): string => {
    const short = name.endsWith(OUTPUT) ? name.slice(0, -OUTPUT.length) : name;
    return used.has(short) ? name : short;
  };
  const schemas = Object.fromEntries([...used].sort().map((name) => [plain(name), all[name]] as const));
  const text = JSON.stringify({ ...document, components: { ...document.components, schemas } });
  return JSON.parse(
    text.replaceAll(
      /"#\/components\/schemas\/(\w+)"/g,
      (_, name: string) => `"#/components/schemas/${plain(name)}"`,
    ),
  ) as Document;
}
