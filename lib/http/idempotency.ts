import { createHash } from 'node:crypto';
import { z } from 'zod';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { logger } from '../server/logger.ts';

/** An in-flight key older than this belongs to a process that died: the next request takes it over. */
const IN_FLIGHT_MS = 60_000;
const KEY = /^[\x21-\x7e]{1,255}$/;
/** Answers that say "not now" are not the answer: a retry with the same key runs again. */
const isDefinitive = (status: number) => status < 500 && status !== 408 && status !== 429;

const storedHeadersSchema = z.record(z.string(), z.string());

/**
 * Claims of this process whose run goes on, or did its work without its answer being stored, with the request that
 * made each: they are never taken over, however old they are.
 */
const held = new Map<string, Request>();

/**
 * Runs a POST at most once per Idempotency-Key and route: the first answer is stored for 24 h and replayed.
 * Without the header it just runs. `body` is what tells two requests apart; `run` answers refusals too.
 * @throws AppError malformed-request, idempotency-key-reused (another body), idempotency-in-flight
 */
export async function withIdempotency(
  request: Request,
  body: Uint8Array | string,
  run: () => Promise<Response>,
): Promise<Response> {
  const key = request.headers.get('idempotency-key');
  if (key === null) return run();
  if (!KEY.test(key))
    throw new AppError('malformed-request', {
      detail: 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
      errors: [
        { header: 'Idempotency-Key', code: 'not-valid', detail: 'must be 1 to 255 visible ASCII characters' },
      ],
    });
  const route = new URL(request.url).pathname;
  const requestHash = createHash('sha256')
    .update(new URL(request.url).search)
    .update('\0')
    .update(body)
    .digest('hex');
  const replay = await claim(route, key, requestHash);
  if (replay) return replay;
  const name = holdName(route, key);
  held.set(name, request);
  const response = await run().catch(async (error: unknown) => {
    await release(request, route, key);
    throw error;
  });
  if (!isDefinitive(response.status)) {
    await release(request, route, key);
    return response;
  }
  try {
    await store(route, key, response.clone());
    held.delete(name);
  } catch (error) {
    logger.error({ err: error, route }, 'the answer to an Idempotency-Key could not be stored');
  }
  return response;
}

const holdName = (route: string, key: string) => `${route} ${key}`;

async function claim(route: string, key: string, requestHash: string): Promise<Response | null> {
  const { count } = await db().idempotencyKey.createMany({
    data: [{ route, key, requestHash }],
    skipDuplicates: true,
  });
  if (count === 1) return null;
  const row = await db().idempotencyKey.findUnique({ where: { route_key: { route, key } } });
  if (!row) return claim(route, key, requestHash);
  if (row.requestHash !== requestHash)
    throw new AppError('idempotency-key-reused', { detail: 'This key was used with another request.' });
  if (row.status !== null)
    return new Response(row.body === null ? null : JSON.stringify(row.body), {
      status: row.status,
      headers: { ...storedHeadersSchema.parse(row.headers ?? {}), 'idempotent-replayed': 'true' },
    });
  if (!held.has(holdName(route, key))) {
    const taken = await db().idempotencyKey.updateMany({
      where: { route, key, status: null, createdAt: { lt: new Date(Date.now() - IN_FLIGHT_MS) } },
      data: { createdAt: new Date() },
    });
    if (taken.count === 1) return null;
  }
  throw new AppError('idempotency-in-flight', {
    detail: 'The first request with this key is still running.',
    headers: { 'retry-after': '1' },
  });
}

async function store(route: string, key: string, response: Response): Promise<void> {
  const text = await response.text();
  await db().idempotencyKey.update({
    where: { route_key: { route, key } },
    data: {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      ...(text && { body: JSON.parse(text) }),
    },
  });
}

/** Gives up the claim of a run that did not do its work, so that a retry runs again. */
async function release(request: Request, route: string, key: string): Promise<void> {
  await db()
    .idempotencyKey.deleteMany({ where: { route, key, status: null } })
    .catch((error: unknown) => logger.error({ err: error, route }, 'an Idempotency-Key was not released'));
  const name = holdName(route, key);
  if (held.get(name) === request) held.delete(name);
}
