import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { ClientRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { IMAGE_LIMITS } from '../../schemas/asset-values.ts';
import { okJpeg, paddedTo } from '../image-corpus.ts';
import type { CorpusCase, CorpusLab, Target } from './corpus-case.ts';
import { type Answer, type Asked, ask, created, formOf, get, replaced, talk } from './corpus-client.ts';

const MIB = 1024 * 1024;
const TOO_MUCH = { status: 413, code: 'payload-too-large' } as const;
const TOO_SLOW = { status: 408 } as const;
/** Between the end of the time a server grants and its answer. */
const LATE_MS = 3_000;

const jpeg = await okJpeg();
const formOfSize = (size: number) => formOf({ name: 'file', fileName: 'a.jpg', body: paddedTo(jpeg, size) });

/** The head of an upload, its length as given or told by chunks. */
function opened(target: Target, length: number | null, headers: object = {}): Asked {
  const { body: _, ...asked } = replaced(target, Buffer.alloc(0), headers);
  const told: Record<string, string> =
    length === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) };
  return { ...asked, headers: { ...asked.headers, ...told } };
}

/** Sends a body piece by piece for as long as the server takes it. Answers how many bytes went. */
async function pour(request: ClientRequest, body: Uint8Array): Promise<number> {
  let sent = 0;
  const over = new AbortController();
  request.once('response', () => over.abort()).once('close', () => over.abort());
  for (; sent < body.length && !over.signal.aborted; sent += 65_536) {
    if (request.write(body.subarray(sent, sent + 65_536))) continue;
    await once(request, 'drain', { signal: over.signal }).catch(() => {});
  }
  request.end();
  return sent;
}

async function withinPatience(
  { patience }: CorpusLab,
  conversation: (address: string) => Promise<Answer>,
): Promise<Answer> {
  const start = performance.now();
  const answer = await conversation(patience.address);
  const waited = performance.now() - start;
  assert.ok(waited < patience.ms + LATE_MS, `waited ${Math.round(waited)} ms`);
  return answer;
}

/** Sends so many bytes of an upload and goes away without hearing of it. */
async function goAway(address: string, asked: Asked, bytes: number): Promise<void> {
  const body = asked.body ?? Buffer.alloc(0);
  const headers = { ...asked.headers, 'content-length': String(body.length) };
  await talk(address, { ...asked, headers }, (request) => {
    request.write(body.subarray(0, bytes), () => request.destroy());
  }).catch(() => {});
}

/** Tries again with the same key until the first try is over. */
async function insist(address: string, asked: Asked): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask(address, asked);
    if (answer.status !== 409 || tries > 200) return answer;
    await sleep(50);
  }
}

let keys = 0;

/** T08–T15: bodies whose length or time is not what it should be. */
export const SLOW_CASES: CorpusCase[] = [
  {
    id: 'T08',
    what: '1 MiB in chunks, without a length',
    expected: { status: 200, warnings: [] },
    send: (target, { address }) =>
      talk(address, opened(target, null), (request) => request.end(formOfSize(MIB))),
  },
  {
    id: 'T09',
    what: '12 MiB in chunks, without a length',
    expected: TOO_MUCH,
    send: (target, { address }) =>
      talk(address, opened(target, null), (request) => void pour(request, formOfSize(12 * MIB))),
  },
  {
    id: 'T10',
    what: '10 bytes of 100, then nothing',
    expected: TOO_SLOW,
    send: (target, lab) =>
      withinPatience(lab, (address) =>
        talk(address, opened(target, 100), (request) => request.write(formOfSize(MIB).subarray(0, 10))),
      ),
  },
  {
    id: 'T11',
    what: 'a byte now and then',
    expected: TOO_SLOW,
    send: (target, lab) =>
      withinPatience(lab, (address) =>
        talk(address, opened(target, 10_000), (request) => {
          let sent = 0;
          const every = setInterval(() => request.write(formOfSize(MIB).subarray(sent, ++sent)), 100);
          for (const end of ['response', 'close'] as const) request.once(end, () => clearInterval(every));
        }),
      ),
  },
  {
    id: 'T12',
    what: 'a length above the cap, no body yet',
    expected: TOO_MUCH,
    withinMs: 1_000,
    send: (target, { address }) =>
      talk(address, opened(target, 12 * MIB), (request) => request.flushHeaders()),
  },
  {
    id: 'T13',
    what: 'Expect: 100-continue with a length above the cap',
    expected: TOO_MUCH,
    send: (target, { address }) =>
      talk(address, opened(target, 12 * MIB, { expect: '100-continue' }), (request) =>
        request.flushHeaders(),
      ),
    check: ({ continued }) => assert.equal(continued, false, 'the body was asked for'),
  },
  {
    id: 'T13',
    what: 'Expect: 100-continue with a body that fits',
    expected: { status: 200, warnings: [] },
    send: (target, { address }) => {
      const body = formOfSize(MIB);
      return talk(address, opened(target, body.length, { expect: '100-continue' }), (request) => {
        request.flushHeaders();
        request.once('continue', () => request.end(body));
      });
    },
    check: ({ continued }) => assert.equal(continued, true),
  },
  {
    id: 'T27',
    what: 'an unknown field, and then 9 MiB that nobody wants',
    expected: { status: 422, code: 'validation-failed' },
    send: (target, { address }) => {
      const body = formOf(
        { name: 'toString', body: 'x' },
        { name: 'file', fileName: 'a.jpg', body: paddedTo(jpeg, 9 * MIB) },
      );
      return talk(address, opened(target, body.length), async (request) => {
        request.write(body.subarray(0, 500));
        await sleep(100);
        await pour(request, body.subarray(500));
      });
    },
  },
  ...[0.01, 0.5, 0.99].map(
    (share): CorpusCase => ({
      id: 'T14',
      what: `the client goes away at ${share * 100} %`,
      // What it left behind is looked at by an answer that changes nothing.
      expected: { status: 422, code: 'validation-failed' },
      send: async (target, { address }) => {
        const body = formOfSize(IMAGE_LIMITS.bytes);
        await goAway(address, replaced(target, body), Math.floor(body.length * share));
        return replaced(target, formOf());
      },
    }),
  ),
  {
    id: 'T15',
    what: 'the client goes away after the last byte, and tries again with its key',
    expected: { status: 201 },
    send: async (target, { address }) => {
      keys += 1;
      const asked = created(target, jpeg);
      const headers = { ...asked.headers, 'idempotency-key': `corpus-${keys}-${target.assetId}` };
      const before = await countAssets(address, target);
      await goAway(address, { ...asked, headers }, asked.body?.length ?? 0);
      const answer = await insist(address, { ...asked, headers });
      assert.equal(await countAssets(address, target), before + 1);
      return answer;
    },
  },
];

async function countAssets(address: string, { manifestId }: Target): Promise<number> {
  const { json } = await get(address, `/api/manifests/${manifestId}/assets`);
  return (json as unknown as unknown[]).length;
}
