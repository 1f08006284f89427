import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { logger } from '../server/logger.ts';
import { withIdempotency } from './idempotency.ts';
import { readJson } from './json-body.ts';
import { keptAnswers, type Reuse } from './kept-answers.ts';
import { fingerprintOf, type Multipart, type MultipartLimits, withMultipart } from './multipart.ts';
import { parseWith, problemOf } from './problem.ts';
import { CLIENT_REQUEST_ID, REQUEST_ID_HEADER } from './request-id.ts';
import { assertSameOrigin } from './same-origin.ts';
import { readText } from './text-body.ts';
import { toAppError } from './to-app-error.ts';

type Params = Record<string, z.ZodType<string>>;

/** What a route reads of a request. What is not named here is refused (query, body) or never looked at. */
type RouteSpec<P extends Params, Q extends z.ZodType, B extends z.ZodType, L> = {
  /** Name of the operation, for the log and for whoever watches the answers. */
  id?: string;
  /** Path parameters. A malformed one is 404, like an unknown one. */
  params?: P;
  query?: Q;
  body?: B;
  /** Media type of a body that is text: `body` parses the text itself. JSON unless given. */
  bodyType?: string;
  /** The body may be absent; it then parses as `{}`. */
  bodyOptional?: boolean;
  /** Bytes that the body may have, where it is not 1 MiB. */
  maxBodyBytes?: number;
  /** A GET whose answer may be given again, see KeptAnswers. */
  reuse?: Reuse;
  /** The body is multipart, with files that are gone when the handler is done: `body` must not be given. */
  multipart?: L;
};

type RouteInput<P, Q, B, L> = {
  request: Request;
  params: { [K in keyof P]: string };
  query: Q;
  body: B;
  multipart: MultipartOf<L>;
  requestId: string;
};

type MultipartOf<L> = L extends MultipartLimits ? Multipart : undefined;
type Handler<P, Q, B, L> = (input: RouteInput<P, Q, B, L>) => Promise<Response>;
type PathParams = Record<string, string | string[] | undefined>;
type NextContext = { params: Promise<PathParams> };

const noQuery = z.strictObject({});
type NoParams = Record<never, z.ZodType<string>>;

/**
 * The only way to write a route: request id, same-origin check, parsing by schema, Idempotency-Key on POST,
 * problem+json for everything thrown, one log line. The handler parses nothing and catches nothing.
 */
export function route<
  P extends Params = NoParams,
  Q extends z.ZodType = typeof noQuery,
  B extends z.ZodType = z.ZodUndefined,
  L extends MultipartLimits | undefined = undefined,
>(
  spec: RouteSpec<P, Q, B, L>,
  handler: Handler<P, z.output<Q>, z.output<B>, L>,
): (request: Request, context: NextContext) => Promise<Response> {
  return async (request, context) => {
    const sent = request.headers.get(REQUEST_ID_HEADER) ?? '';
    const requestId = CLIENT_REQUEST_ID.test(sent) ? sent : randomUUID();
    const started = performance.now();
    const run = () =>
      answer(request, context, spec, handler, requestId).catch((error: unknown) =>
        problemResponse(error, requestId),
      );
    const response = await (spec.reuse && request.method === 'GET'
      ? reused(request, spec.reuse, run)
      : run());
    response.headers.set(REQUEST_ID_HEADER, requestId);
    const { method } = request;
    const { status } = response;
    const ms = Math.round(performance.now() - started);
    logger.debug({ request_id: requestId, operation: spec.id, method, status, ms }, 'request');
    if (spec.id) await watched.vidpipeWatchAnswers?.(spec.id, response.clone());
    return response;
  };
}

/** What `run` answers, kept for the next who asks for the same. */
function reused(request: Request, reuse: Reuse, run: () => Promise<Response>): Promise<Response> {
  const answers = keptAnswers();
  if (!answers) return run();
  const { pathname, search } = new URL(request.url);
  return answers.keep(pathname + search, reuse, run);
}

type Watcher = (operation: string, response: Response) => Promise<void>;

/**
 * For tests: is told of every answer of an operation before it leaves; what it throws fails the request. On globalThis,
 * so that a test's set-up need not load this module before the test can replace what it needs.
 */
const watched = globalThis as { vidpipeWatchAnswers?: Watcher };

/** Any error as an RFC 9457 answer. */
export function problemResponse(error: unknown, requestId: string): Response {
  const appError = toAppError(error, requestId);
  return new Response(JSON.stringify(problemOf(appError, requestId)), {
    status: appError.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...appError.headers,
    },
  });
}

async function answer<
  P extends Params,
  Q extends z.ZodType,
  B extends z.ZodType,
  L extends MultipartLimits | undefined,
>(
  request: Request,
  context: NextContext,
  spec: RouteSpec<P, Q, B, L>,
  handler: Handler<P, z.output<Q>, z.output<B>, L>,
  requestId: string,
): Promise<Response> {
  assertSameOrigin(request);
  const params = parseParams(await context.params, spec.params ?? ({} as P));
  const query = parseWith(spec.query ?? noQuery, queryObject(request), 'query') as z.output<Q>;
  const once = (fingerprint: Uint8Array | string, body: unknown, multipart?: Multipart) => {
    const input = { body: body as z.output<B>, multipart: multipart as MultipartOf<L> };
    const run = () => handler({ request, params, query, requestId, ...input });
    if (request.method !== 'POST') return run();
    // A refusal is the first answer too, so it is made before it is stored.
    return withIdempotency(request, fingerprint, () =>
      run().catch((error: unknown) => problemResponse(error, requestId)),
    );
  };
  if (spec.multipart)
    return withMultipart(request, spec.multipart, (multipart) =>
      once(fingerprintOf(multipart), undefined, multipart),
    );
  if (!spec.body) return once('', undefined);
  const cap = spec.maxBodyBytes === undefined ? {} : { maxBytes: spec.maxBodyBytes };
  const { value, bytes } = spec.bodyType
    ? await readText(request, spec.bodyType, cap)
    : await readJson(request, { optional: spec.bodyOptional ?? false, ...cap });
  return once(bytes, parseWith(spec.body, value === undefined ? {} : value, 'body'));
}

function parseParams<P extends Params>(given: PathParams, schemas: P): { [K in keyof P]: string } {
  for (const [name, schema] of Object.entries(schemas)) {
    if (!schema.safeParse(given[name]).success)
      throw new AppError('not-found', { detail: 'There is nothing under this address.' });
  }
  return given as { [K in keyof P]: string };
}

function queryObject(request: Request): Record<string, string> {
  const search = new URL(request.url).searchParams;
  const repeated = [...new Set(search.keys())].filter((k) => search.getAll(k).length > 1);
  if (repeated.length > 0)
    throw new AppError('validation-failed', {
      detail: 'A parameter is given more than once.',
      errors: repeated
        .slice(0, 20)
        .map((parameter) => ({ parameter, code: 'repeated', detail: 'is given more than once' })),
    });
  return Object.fromEntries(search);
}
