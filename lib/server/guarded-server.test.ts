import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardedServer } from './guarded-server.ts';

let server: Server;
let seen: string[];

beforeEach(async () => {
  seen = [];
  server = guardedServer(async (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const body = await text(request).catch(() => '');
    response.end(`${Object.keys(request.headers).length} ${body.length}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.closeAllConnections());
afterEach(() => server.close());

/** Sends bytes as they are and reads until the server closes. */
async function raw(bytes: string): Promise<{ head: string; body: string }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, body };
}
const ask = (line: string, headers = '') =>
  raw(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`);

test.each(['TRACE', 'PROPFIND', 'LINK'])('%s is refused with the methods there are', async (method) => {
  const { head, body } = await ask(`${method} /manifests`);
  expect(head).toContain('HTTP/1.1 405 ');
  expect(head).toContain('allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n');
  expect(head).toContain('content-type: application/problem+json\r\n');
  expect(body).toContain('"status":405,"code":"method-not-allowed"');
  expect(seen).toEqual([]);
});

test.each(['/%', '/%ff', '/api/manifests/%ff', '/a%00b', '/%c0%af?q=1'])(
  'the path %s is refused',
  async (path) => {
    const { head, body } = await ask(`GET ${path}`);
    expect(head).toContain('HTTP/1.1 400 ');
    expect(head).toContain('content-type: application/problem+json\r\n');
    expect(body).toContain('"status":400,"code":"malformed-request"');
    expect(seen).toEqual([]);
  },
);

test.each(['GET /', 'GET /manifests/%C3%A9?q=%ff', 'DELETE /api/x', 'OPTIONS *'])(
  '%s passes',
  async (line) => {
    expect((await ask(line)).head).toContain('HTTP/1.1 200 ');
    expect(seen).toEqual([line]);
  },
);

test('a body passes whole', async () => {
  const size = 12 * 1024 * 1024;
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x'.repeat(size) });
  expect(await response.text()).toMatch(new RegExp(` ${size}$`));
});

test('a hundred headers pass, more are refused', async () => {
  const headers = (count: number) => Array.from({ length: count }, (_, i) => `x-${i}: 1\r\n`).join('');
  expect((await ask('GET /', headers(98))).body).toBe('100 0');
  expect((await ask('GET /', headers(99))).head).toContain('HTTP/1.1 431 ');
});

test('the limits in time', () => {
  expect(server).toMatchObject({ headersTimeout: 15_000, requestTimeout: 120_000 });
});

test('what stalls is ended within seconds of its limit: headers and body', { timeout: 10_000 }, async () => {
  Object.assign(server, { headersTimeout: 200, requestTimeout: 400 });
  const stalled = await Promise.all([
    raw('GET / HTTP/1.1\r\nHost: loc'),
    raw('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc'),
  ]);
  for (const { head } of stalled) expect(head).toContain('HTTP/1.1 408 ');
});

test('options are kept', async () => {
  const small = guardedServer({ maxHeaderSize: 200 }, () => {}).listen(0, '127.0.0.1');
  await once(small, 'listening');
  const { port } = small.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { long: 'x'.repeat(300) } });
  expect(response.status).toBe(431);
  small.closeAllConnections();
  small.close();
});

describe('a body', () => {
  const expecting = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n';

  test('that is read is asked for when the client waits to be asked', async () => {
    const { head, body } = await raw(`${expecting}abc`);
    expect(head).toBe('HTTP/1.1 100 Continue');
    expect(body).toContain('HTTP/1.1 200 ');
  });

  test('that is refused by its headers is not asked for, and its connection ends', async () => {
    const refusing = guardedServer((_request, response) => response.writeHead(413).end()).listen(
      0,
      '127.0.0.1',
    );
    await once(refusing, 'listening');
    const socket = connect((refusing.address() as AddressInfo).port, '127.0.0.1');
    socket.write(expecting);
    const answer = await text(socket);
    expect(answer).toContain('HTTP/1.1 413 ');
    expect(answer).not.toContain('100 Continue');
    refusing.close();
  });

  test('that goes on after the answer is heard for five seconds and then cut off', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const refusing = guardedServer((_request, response) => response.writeHead(413).end('no')).listen(
      0,
      '127.0.0.1',
    );
    await once(refusing, 'listening');
    const socket = connect((refusing.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n');
    await once(socket, 'data');
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    const closed = once(socket, 'close');
    await vi.advanceTimersByTimeAsync(4_900);
    expect(socket.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await closed;
    vi.useRealTimers();
    refusing.close();
  });
});
