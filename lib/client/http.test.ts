import { afterEach, expect, test, vi } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { apiFetch, appErrorOf, nextCursorOf } from './http.ts';

afterEach(() => vi.unstubAllGlobals());

const answer = (body: string, init: ResponseInit) =>
  vi.stubGlobal('fetch', async () => new Response(body, init));

const problem = (members: object) => JSON.stringify({ type: '/problems/x', title: 'Title', ...members });

test('a problem document becomes the error it stands for, with its further members', async () => {
  answer(problem({ status: 409, code: 'in-use', detail: 'Two films.', projects: [{ title: 'A' }] }), {
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
  });
  const error = await apiFetch('/x').catch((e: unknown) => e);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({
    code: 'in-use',
    detail: 'Two films.',
    extra: { projects: [{ title: 'A' }] },
  });
});

test('an answer of a proxy in front is told apart from the server’s own', async () => {
  answer('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } });
  await expect(apiFetch('/x')).rejects.toMatchObject({ code: 'unavailable' });
});

test('no answer at all is unavailable, an abort stays an abort', async () => {
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    init?.signal?.throwIfAborted();
    throw new TypeError('fetch failed');
  });
  await expect(apiFetch('/x')).rejects.toMatchObject({ code: 'unavailable' });
  await expect(apiFetch('/x', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});

test('a code this build does not know counts as internal', () => {
  expect(appErrorOf({ type: '', title: 'New', status: 418, code: 'teapot' })).toMatchObject({
    code: 'internal',
    detail: 'New',
  });
});

test('the cursor of the next page stands in the link header', () => {
  expect(nextCursorOf('</api/manifests?limit=2&cursor=a%2Bb>; rel="next"')).toBe('a+b');
  expect(nextCursorOf('</api/manifests>; rel="prev"')).toBeNull();
  expect(nextCursorOf(null)).toBeNull();
});
