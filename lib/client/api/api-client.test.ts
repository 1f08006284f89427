import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, answerOf, asForm, createApiClient, eventsOf } from './api-client.ts';

const run = promisify(execFile);
const ID = '019c0000-0000-7000-8000-000000000000';

afterEach(() => vi.unstubAllGlobals());

/** A client of a server that answers with this, and what it was asked. */
function clientOf(answer: Response) {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
    return answer;
  });
  Object.defineProperty(answer, 'url', { value: `http://127.0.0.1:3000/api/manifests/${ID}` });
  return { client: createApiClient('http://127.0.0.1:3000'), asked };
}

it('the types of the client are those that the document gives', async () => {
  const program = path.join(import.meta.dirname, '../../openapi/client-types-cli.ts');
  const { stderr } = await run(process.execPath, [program, '--check']).catch((error) => error);
  expect(stderr).toBe('');
}, 60_000);

describe('the client', () => {
  it('puts parameters in their places', async () => {
    const { client, asked } = clientOf(Response.json([]));
    await answerOf(client.GET('/api/manifests', { params: { query: { tag: 'a&b', limit: '5' } } }));
    expect(asked[0]?.url).toBe('http://127.0.0.1:3000/api/manifests?tag=a%26b&limit=5');
  });

  it('throws the problem of a refusal', async () => {
    const problem = { code: 'not-found', title: 'Not found', detail: 'It is gone.', status: 404 };
    const { client } = clientOf(Response.json(problem, { status: 404 }));
    const call = answerOf(client.GET('/api/manifests/{id}', { params: { path: { id: ID } } }));
    const error = await call.catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ status: 404, problem, message: `/api/manifests/${ID}: 404 It is gone.` });
  });

  it('throws also where the refusal is no problem document', async () => {
    const { client } = clientOf(new Response('<html>', { status: 502 }));
    const call = answerOf(client.GET('/api/manifests'));
    await expect(call).rejects.toMatchObject({ status: 502, problem: undefined });
  });

  it('sends files and lists as multipart', async () => {
    const { client, asked } = clientOf(Response.json({}, { status: 202 }));
    const images = [new File(['a'], 'a.png'), new File(['b'], 'b.png')];
    const body = { prompt: 'Rain.', 'images[]': images, seed: undefined };
    await client.POST('/api/generate', { body, bodySerializer: asForm });
    const form = await asked[0]?.formData();
    expect([...(form?.keys() ?? [])]).toEqual(['prompt', 'images[]', 'images[]']);
    expect(form?.getAll('images[]').map((part) => part instanceof File && part.name)).toEqual([
      'a.png',
      'b.png',
    ]);
  });

  it('reads events, whole ones only, in their order', async () => {
    const text =
      'retry: 2000\n\nid: 7\nevent: status\ndata: {"status":"pending"}\n\nevent: beat\ndata: 1\n\ndata: {"cut';
    const events = [];
    const stream = new Response(text).body as ReadableStream<Uint8Array>;
    for await (const event of eventsOf(stream)) events.push(event);
    expect(events).toEqual([
      { event: 'status', id: '7', data: { status: 'pending' } },
      { event: 'beat', id: undefined, data: 1 },
    ]);
  });
});
