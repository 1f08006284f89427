import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { stopListening } from '../db/events.ts';
import { resetDatabase } from '../db/testing.ts';
import { ORIGIN } from '../http/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import { getLockfile } from '../lockfile/lockfile-service.ts';
import { finished, SLOW_MACHINE_MS } from '../lockfile/testing.ts';
import { startWorker } from '../worker/start-worker.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { type Call, type Files, type Heard, type Made, type Sent, sentOf } from './testing-calls.ts';
import { FILM, QUICK, START, SYSTEM, VERSIONS } from './testing-calls-film.ts';
import { LIBRARY } from './testing-calls-library.ts';
import { EDITS, TAKES } from './testing-calls-scenes.ts';
import { WEBHOOKS } from './testing-calls-webhooks.ts';
import { record, writeExamples } from './testing-examples.ts';

/*
 * A new operation needs a call in one of testing-calls-*.ts. `UPDATE_API_EXAMPLES=1` writes what was sent and answered into
 * examples.json, from where it gets into the document; then `npm run api:client`.
 */

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const APP = path.join(import.meta.dirname, '../../app');
const operations = new Map(OPERATIONS.map((operation) => [operation.id, operation]));

/** The operations that answered, by the id that their route has. */
const answered = new Set<string>();
const watched = globalThis as {
  vidpipeWatchAnswers?: (operation: string, response: Response) => Promise<void>;
};
const validate = watched.vidpipeWatchAnswers;

const context: { made: Made; files: Files } = { made: {}, files: new Map() };

beforeAll(async () => {
  await resetDatabase();
  context.made.folder = await mkdtemp(path.join(tmpdir(), 'vidpipe-calls-'));
  watched.vidpipeWatchAnswers = async (id, response) => {
    answered.add(id);
    await validate?.(id, response);
  };
});
afterAll(async () => {
  await rm(context.made.folder ?? '', { recursive: true, force: true });
  await Promise.all([stopSender(), stopListening()]);
});

/** A call as the server gets it, at the address and method of the operation. */
function requestOf({ method, path: address }: Operation, sent: Sent, signal: AbortSignal): Request {
  const { params = {}, query = {}, headers = {}, body } = sent;
  const url = new URL(
    address.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? ''),
    ORIGIN,
  );
  url.search = new URLSearchParams(query).toString();
  const isRaw = body instanceof FormData || body instanceof Uint8Array;
  return new Request(url, {
    method,
    signal,
    headers: {
      host: '127.0.0.1:3000',
      ...(body !== undefined && !isRaw && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isRaw ? (body as FormData) : JSON.stringify(body) }),
  });
}

async function make(call: Call): Promise<void> {
  const operation = operations.get(call.id);
  if (!operation) throw new Error(`There is no operation ${call.id}.`);
  const sent = await sentOf(call, context);
  const file = path.join(APP, `${operation.path.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`);
  const handlers: Record<string, Handler> = await import(/* @vite-ignore */ file);
  const handler = handlers[operation.method];
  if (!handler) throw new Error(`${call.id} has no route.`);
  const abort = new AbortController();
  const request = requestOf(operation, sent, abort.signal);
  const response = await handler(request, { params: Promise.resolve(sent.params ?? {}) });
  const answer = await heard(response);
  abort.abort();
  const good = Object.keys(operation.answers).find((status) => status.startsWith('2'));
  const said = `${call.id}: ${JSON.stringify(answer.body)?.slice(0, 600)}`;
  expect(answer.status, said).toBe(call.status ?? Number(good));
  record(call.id, sent, answer);
  await call.keep?.(answer, context);
}

/** The answer; of a stream what comes until its first event. */
async function heard(response: Response): Promise<Heard> {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('text/event-stream')) {
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status, headers, body: type.includes('json') ? JSON.parse(String(bytes)) : bytes };
  }
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('data:')) {
    const part = await reader?.read();
    if (!part || part.done) break;
    text += part.value;
  }
  expect(text).toMatch(/^retry: \d+\n\nid: .*\nevent: \w+\ndata: /);
  return { status, headers, body: text };
}

it(
  'every operation of the document is called and answers as it says',
  async () => {
    for (const call of [...WEBHOOKS, ...LIBRARY, ...START]) await make(call);
    const worker = await startWorker({ concurrency: 2 });
    try {
      for (const call of SYSTEM) await make(call);
      const film = context.made.film ?? '';
      await finished(film);
      // The worker hashes its frames yet.
      await vi.waitFor(() => getLockfile(film), { timeout: SLOW_MACHINE_MS, interval: 100 });
    } finally {
      await worker.stop();
    }
    for (const call of [...FILM, ...QUICK, ...VERSIONS, ...TAKES, ...EDITS]) await make(call);
    if (process.env.UPDATE_API_EXAMPLES) writeExamples();
    expect([...answered.keys()].sort()).toEqual([...operations.keys()].sort());
  },
  2 * SLOW_MACHINE_MS,
);
