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

const aged = () => db().idempotencyKey.updateMany({ data: { createdAt: new Date(Date.now() - 3_600_000) } });

describe('an answer that cannot be stored', () => {
  it('is given, and a retry does not repeat the effect', async () => {
    effect.mockImplementation(async () => new Response('not JSON', { status: 201 }));
    expect((await post('k1')).status).toBe(201);
    expect(await post('k1')).toMatchObject({ status: 409, body: { code: 'idempotency-in-flight' } });
    await aged();
    expect(await post('k1')).toMatchObject({ status: 409, body: { code: 'idempotency-in-flight' } });
    expect(effect).toHaveBeenCalledTimes(1);
  });
});

it('a run that takes longer than a claim lives is not run a second time', async () => {
  const finish = Promise.withResolvers<Response>();
  effect.mockImplementation(() => finish.promise);
  const first = post('k1');
  await vi.waitFor(() => expect(effect).toHaveBeenCalled());
  await aged();
  expect((await post('k1')).status).toBe(409);
  finish.resolve(json({ done: true }));
  expect((await first).status).toBe(200);
  expect(effect).toHaveBeenCalledTimes(1);
});

it('the claim of a process that died is taken over', async () => {
  effect.mockImplementation(async () => json({ done: true }));
  await post('k1');
  await db().$executeRaw`UPDATE idempotency_keys SET status = NULL`;
  expect((await post('k1')).status).toBe(409);
  await aged();
  expect((await post('k1')).status).toBe(200);
  expect(effect).toHaveBeenCalledTimes(2);
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
