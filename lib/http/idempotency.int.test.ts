import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { AppError } from '../errors.ts';
import { json } from './reply.ts';
import { route } from './route.ts';
import { call } from './testing.ts';

beforeEach(resetDatabase);

const effect = vi.fn<() => Promise<Response>>();
beforeEach(() => {
  effect.mockReset();
});

const LIMITS = { fileField: 'file', maxFiles: 2, maxFileBytes: 1000, fieldNames: ['name'] };
const plain = route({}, effect);
const multipart = route({ multipart: LIMITS }, effect);

const post = (key: string) =>
  call(plain, { method: 'POST', path: '/api/effect', headers: { 'idempotency-key': key } });

const upload = (files: string[], fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  for (const text of files) form.append('file', new Blob([text]), 'a.png');
  const headers = { 'idempotency-key': 'k1' };
  return call(multipart, { method: 'POST', path: '/api/upload', body: form, headers });
};

/** What services do: one transaction that writes. */
const write = () =>
  db().$transaction((tx) => tx.manifest.create({ data: { name: 'Written' }, select: { id: true } }));
const written = () => db().manifest.count();

it('the answer is stored in the transaction of the effect: without it there is no effect', async () => {
  effect.mockImplementation(async () => {
    await write();
    return new Response('not JSON', { status: 201 });
  });
  expect((await post('k1')).status).toBe(500);
  expect(await written()).toBe(0);
  effect.mockImplementation(async () => {
    await write();
    return json({ done: true });
  });
  expect((await post('k1')).status).toBe(200);
  expect((await post('k1')).headers.get('idempotent-replayed')).toBe('true');
  expect(await written()).toBe(1);
});

it('nothing of a run is seen before its answer is', async () => {
  const finish = Promise.withResolvers<void>();
  effect.mockImplementation(async () => {
    await write();
    expect(await db().manifest.count(), 'the run itself sees it').toBe(1);
    await finish.promise;
    await write();
    return json({ done: true });
  });
  const first = post('k1');
  await vi.waitFor(() => expect(effect).toHaveBeenCalled());
  expect(await written()).toBe(0);
  expect(await post('k1')).toMatchObject({ status: 409, body: { code: 'idempotency-in-flight' } });
  finish.resolve();
  expect((await first).status).toBe(200);
  expect(await written()).toBe(2);
  expect(effect).toHaveBeenCalledTimes(1);
});

it('what a service takes back is taken back alone, and the refusal stands', async () => {
  effect.mockImplementation(async () => {
    await write();
    await db()
      .$transaction(async (tx) => {
        await tx.manifest.create({ data: { name: 'Taken back' } });
        throw new AppError('conflict');
      })
      .catch(() => {});
    throw new AppError('in-use', { detail: 'No.' });
  });
  expect((await post('k1')).status).toBe(409);
  expect((await post('k1')).headers.get('idempotent-replayed')).toBe('true');
  expect((await db().manifest.findMany()).map((m) => m.name)).toEqual(['Written']);
});

it('an unexpected failure takes everything back, and the same key runs again', async () => {
  effect.mockImplementationOnce(async () => {
    await write();
    throw new Error('unforeseen');
  });
  expect((await post('k1')).status).toBe(500);
  expect(await written()).toBe(0);
  effect.mockImplementation(async () => {
    await Promise.all([write(), write(), write()]);
    return json({ done: true });
  });
  expect((await post('k1')).status).toBe(200);
  expect(await written()).toBe(3);
});

it('while another process runs a key it is in flight, and when that process dies it is free at once', async () => {
  effect.mockImplementation(async () => {
    await write();
    return json({ done: true });
  });
  const died = Promise.withResolvers<void>();
  const other = db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_try_advisory_xact_lock(hashtextextended('/api/effect k1', 0))`;
    expect(await post('k1')).toMatchObject({ status: 409, body: { code: 'idempotency-in-flight' } });
    died.resolve();
    throw new Error('the process is gone');
  });
  await expect(other).rejects.toThrow('gone');
  await died.promise;
  expect((await post('k1')).status).toBe(200);
  expect(await written()).toBe(1);
});

describe('a refusal', () => {
  it.each(['not-found', 'invalid-state', 'validation-failed', 'in-use'] as const)(
    'of %s is the first answer and is replayed',
    async (code) => {
      effect.mockRejectedValue(new AppError(code, { detail: 'No.' }));
      const first = await post('k1');
      effect.mockImplementation(async () => json({ done: true }));
      const again = await post('k1');
      expect(again).toMatchObject({ status: first.status, body: first.body as object });
      expect(again.headers.get('content-type')).toBe('application/problem+json');
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(effect).toHaveBeenCalledTimes(1);
    },
  );

  it.each(['rate-limited', 'unavailable', 'internal'] as const)(
    'of %s is not: the same key runs again',
    async (code) => {
      effect.mockRejectedValueOnce(new AppError(code));
      expect((await post('k1')).status).toBeGreaterThanOrEqual(429);
      effect.mockImplementation(async () => json({ done: true }));
      expect((await post('k1')).status).toBe(200);
    },
  );
});

describe('the key of a multipart request', () => {
  beforeEach(() => {
    effect.mockImplementation(async () => json({ done: true }));
  });

  it('replays the first answer to the same fields and files', async () => {
    await upload(['abc', 'def'], { name: 'A' });
    const again = await upload(['abc', 'def'], { name: 'A' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(effect).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['another file', ['abd', 'def'], 'A'],
    ['another order', ['def', 'abc'], 'A'],
    ['one file less', ['abc'], 'A'],
    ['another field', ['abc', 'def'], 'B'],
  ])('is refused with %s', async (_, files, name) => {
    await upload(['abc', 'def'], { name: 'A' });
    expect(await upload(files, { name })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(effect).toHaveBeenCalledTimes(1);
  });
});
