import { createHash } from 'node:crypto';
import { z } from 'zod';
import { db, type Tx, unitOfWork } from '../db/prisma.ts';
import { runInUnit } from '../db/unit-of-work.ts';
import { AppError } from '../errors.ts';
import type { IdempotencyKey } from '../generated/prisma/client.ts';

const KEY = /^[\x21-\x7e]{1,255}$/;
/** Answers that say "not now" are not the answer: a retry with the same key runs again. */
const isDefinitive = (status: number) => status < 500 && status !== 408 && status !== 429;

const storedHeadersSchema = z.record(z.string(), z.string());

type Named = { route: string; key: string; requestHash: string };

/** What runs in this process at the moment: a repeat need not get as far as the database. */
const running = new Map<string, string>();

/**
 * Runs a POST at most once per Idempotency-Key and route: its answer is stored in the transaction of its effect, kept
 * for 24 h and replayed. A process that dies leaves neither, so a retry runs at once. Without the header it just runs.
 * `body` is what tells two requests apart; `run` answers refusals too.
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
  const { pathname, search } = new URL(request.url);
  const requestHash = createHash('sha256').update(search).update('\0').update(body).digest('hex');
  const named = { route: pathname, key, requestHash };
  const name = `${pathname} ${key}`;
  const first = running.get(name);
  if (first !== undefined) throw first === requestHash ? inFlight() : reused();
  running.set(name, requestHash);
  try {
    const stored = await findStored(db(), named);
    return stored ? replay(stored, named) : await runOnce(named, run);
  } finally {
    running.delete(name);
  }
}

const inFlight = () =>
  new AppError('idempotency-in-flight', {
    detail: 'The first request with this key is still running.',
    headers: { 'retry-after': '1' },
  });
const reused = () =>
  new AppError('idempotency-key-reused', { detail: 'This key was used with another request.' });

/** Another process answered this key between our first look and our transaction. */
class Answered extends Error {
  readonly row: IdempotencyKey;
  constructor(row: IdempotencyKey) {
    super('answered already');
    this.row = row;
  }
}

async function runOnce(named: Named, run: () => Promise<Response>): Promise<Response> {
  const unit = unitOfWork(async (tx) => {
    // Held until the transaction ends, however the process ends.
    const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`${named.route} ${named.key}`}, 0)) AS taken`;
    if (!lock?.taken) throw inFlight();
    const row = await findStored(tx, named);
    if (row) throw new Answered(row);
  });
  try {
    const response = await runInUnit(unit, run);
    if (unit.refusal) throw unit.refusal;
    if (isDefinitive(response.status)) await unit.commit((tx) => store(tx, named, response.clone()));
    else await unit.rollBack();
    return response;
  } catch (error) {
    await unit.rollBack();
    const cause = unit.refusal ?? error;
    if (cause instanceof Answered) return replay(cause.row, named);
    throw cause;
  }
}

const findStored = (tx: Tx, { route, key }: Named) =>
  tx.idempotencyKey.findFirst({ where: { route, key, status: { not: null } } });

function replay({ requestHash, status, headers, body }: IdempotencyKey, named: Named): Response {
  if (requestHash !== named.requestHash) throw reused();
  return new Response(body === null ? null : JSON.stringify(body), {
    status: status ?? 200,
    headers: { ...storedHeadersSchema.parse(headers ?? {}), 'idempotent-replayed': 'true' },
  });
}

/** Beside the effect when there is one; an answer without an effect is stored by itself. */
async function store(tx: Tx | null, named: Named, response: Response): Promise<void> {
  const text = await response.text();
  const row = {
    ...named,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    ...(text && { body: JSON.parse(text) }),
  };
  await (tx ?? db()).idempotencyKey.createMany({ data: [row], skipDuplicates: true });
}
