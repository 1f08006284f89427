import { EventSourceParserStream } from 'eventsource-parser/stream';
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './openapi-types.ts';

/** What the API answers with, by its name in the OpenAPI document. */
export type Api = components['schemas'];

export type ApiClient = Client<paths>;

/**
 * The whole REST API, typed by its OpenAPI document: `client.GET('/api/manifests/{id}', { params: { path: { id } } })`
 * resolves to `{ data }` or, when refused, `{ error }` with the problem. What comes back is not parsed again.
 * @param baseUrl of the server, such as `http://127.0.0.1:3000`
 */
export const createApiClient = (baseUrl: string): ApiClient => createClient<paths>({ baseUrl });

/** Sends a body as multipart, to be given with it: `{ body: { name, file }, bodySerializer: asForm }`. */
export function asForm(body: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const part of Array.isArray(value) ? value : [value])
      if (part !== undefined) form.append(name, part);
  }
  return form;
}

/** Thrown by `answerOf`: the problem that the server answered with, and the status. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Api['Problem'] | undefined;

  constructor(response: Response, problem: Api['Problem'] | undefined) {
    const { pathname } = new URL(response.url);
    super(`${pathname}: ${response.status} ${problem?.detail ?? problem?.title ?? ''}`.trim());
    this.status = response.status;
    this.problem = problem;
  }
}

type Answered<T> = { data?: T; error?: unknown; response: Response };

/**
 * The answer of a call.
 * @throws ApiProblem when it was refused
 */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (response.ok && data !== undefined && data !== null) return data;
  const isProblem = typeof error === 'object' && error !== null && 'code' in error;
  throw new ApiProblem(response, isProblem ? (error as Api['Problem']) : undefined);
}

/** The events of a call made with `parseAs: 'stream'`: names with their parsed data, until the server or the caller ends. */
export async function* eventsOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<{ event: string; id: string | undefined; data: unknown }> {
  const events = stream
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream());
  for await (const { event = 'message', id, data } of events) yield { event, id, data: JSON.parse(data) };
}
