type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

export const ORIGIN = 'http://127.0.0.1:3000';

export type Answer = { status: number; body: unknown; headers: Headers };

/** Calls a route handler as the server would: path parameters resolved, JSON in and out. */
export async function call(
  handler: RouteHandler,
  {
    method = 'GET',
    path = '/',
    params = {},
    body,
    headers = {},
  }: {
    method?: string;
    path?: string;
    params?: Record<string, string>;
    body?: unknown;
    headers?: Record<string, string>;
  } = {},
): Promise<Answer> {
  const sent = body === undefined ? undefined : await encode(body);
  const request = new Request(ORIGIN + path, {
    method,
    headers: { host: '127.0.0.1:3000', ...(sent && { 'content-type': sent.type }), ...headers },
    ...(sent && { body: sent.bytes }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const type = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    headers: response.headers,
    body: type.includes('json') ? await response.json() : Buffer.from(await response.arrayBuffer()),
  };
}

async function encode(body: unknown): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> | string }> {
  if (body instanceof Uint8Array) return { type: 'application/octet-stream', bytes: new Uint8Array(body) };
  if (typeof body === 'string') return { type: 'application/json', bytes: body };
  if (body instanceof Uint8Array) return { type: 'application/json', bytes: new Uint8Array(body) };
  if (!(body instanceof FormData)) return { type: 'application/json', bytes: JSON.stringify(body) };
  const form = new Response(body);
  return { type: form.headers.get('content-type') ?? '', bytes: new Uint8Array(await form.arrayBuffer()) };
}
