import { once } from 'node:events';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AppError } from '../errors.ts';
import { readJson } from './json-body.ts';
import { withMultipart } from './multipart.ts';

const LIMITS = { fileField: 'file', maxFiles: 1, maxFileBytes: 1_000_000, fieldNames: [] };

let server: Server;
let agent: http.Agent;

/** A server that reads bodies as routes do: `/file` as multipart, `/json` as JSON of 10 kB at most. */
beforeEach(async () => {
  server = http.createServer(async (incoming, response) => {
    const request = new Request(`http://127.0.0.1${incoming.url}`, {
      method: 'POST',
      headers: { 'content-type': incoming.headers['content-type'] ?? '' },
      body: Readable.toWeb(incoming) as ReadableStream,
      duplex: 'half',
    } as RequestInit);
    const read =
      incoming.url === '/file'
        ? withMultipart(request, LIMITS, async () => 200)
        : readJson(request, { maxBytes: 10_000 }).then(() => 200);
    response.statusCode = await read.catch((error: unknown) => (error as AppError).status);
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
});

function post(
  path: string,
  type: string,
  body: Buffer,
): Promise<{ status: number; isSameConnection: boolean }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    // Without its length, so that it must be read to know it.
    const headers = { 'content-type': type, 'transfer-encoding': 'chunked' };
    const request = http.request({ agent, port, host: '127.0.0.1', method: 'POST', path, headers });
    request.on('error', reject);
    request.on('response', (response) => {
      response.resume();
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, isSameConnection: request.reusedSocket }),
      );
    });
    request.end(body);
  });
}

const MULTIPART = 'multipart/form-data; boundary=b';
const upload = (field: string, bytes: number) =>
  Buffer.concat([
    Buffer.from(`--b\r\nContent-Disposition: form-data; name="${field}"; filename="a.png"\r\n\r\n`),
    Buffer.alloc(bytes),
    Buffer.from('\r\n--b--\r\n'),
  ]);

it.each([
  ['a file under a wrong name', '/file', MULTIPART, upload('other', 900_000), 422],
  ['JSON that is too large', '/json', 'application/json', Buffer.alloc(16_000, ' '), 413],
])('%s is refused, and the connection goes on', async (_, path, type, body, status) => {
  expect(await post(path, type, body)).toEqual({ status, isSameConnection: false });
  expect(await post('/json', 'application/json', Buffer.from('{}'))).toEqual({
    status: 200,
    isSameConnection: true,
  });
});
