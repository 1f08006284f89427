import { once } from 'node:events';
import type { IncomingHttpHeaders, Server, ServerOptions } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import ROUTES from '../openapi/methods.json' with { type: 'json' };
import { paceOf, slowClient } from './bench/slow-clients.ts';
import { guardedServer } from './guarded-server.ts';

let servers: Server[];
let server: Server;
let seen: string[];
let heard: IncomingHttpHeaders;

/** Says what it heard once it has read the body; of a path `/unread` it does not read it. */
async function listen(edge = { host: '127.0.0.1', trustProxy: false }, options: ServerOptions = {}) {
  const made = guardedServer(edge, options, async (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    heard = request.headers;
    if (request.url === '/unread') return response.writeHead(413).end();
    const body = await text(request).catch(() => '');
    return response.end(`${Object.keys(request.headers).length} ${body.length}`);
  }).listen(0, '127.0.0.1');
  servers.push(made);
  await once(made, 'listening');
  return made;
}

/** This process is server and clients at once: how long it did nothing at all, because the machine was busy. */
const stalls = monitorEventLoopDelay({ resolution: 10 });
const stalledMs = () => stalls.max / 1e6;

beforeEach(async () => {
  stalls.reset();
  stalls.enable();
  seen = [];
  servers = [];
  server = await listen();
});
afterEach(() => {
  for (const each of servers) {
    each.closeAllConnections();
    each.close();
  }
});
const portOf = (of = server) => (of.address() as AddressInfo).port;

/** Sends bytes as they are and reads until the server closes. */
async function raw(bytes: string, to = server): Promise<{ head: string; body: string }> {
  const socket = connect(portOf(to), '127.0.0.1');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, body };
}
const ask = (line: string, headers = '', { host = 'localhost', to = server } = {}) =>
  raw(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${headers}\r\n`, to);

test.each(['TRACE', 'PROPFIND', 'LINK'])('%s is refused with the methods there are', async (method) => {
  const { head, body } = await ask(`${method} /manifests`);
  expect(head).toContain('HTTP/1.1 405 ');
  expect(head).toContain('allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n');
  expect(head).toContain('content-type: application/problem+json\r\n');
  expect(body).toContain('"status":405,"code":"method-not-allowed"');
  expect(seen).toEqual([]);
});

const DOTS = ['/api/manifests/%2e%2e/assets/bulk', '/a/../b', '/a/.%2E', '/./a', '/a\\..\\b', '/a#b'];

test.each(['/%', '/%ff', '/api/manifests/%ff', '/a%00b', '/%c0%af?q=1', ...DOTS])(
  'the path %s is refused',
  async (path) => {
    const { head, body } = await ask(`GET ${path}`);
    expect(head).toContain('HTTP/1.1 400 ');
    expect(head).toContain('content-type: application/problem+json\r\n');
    expect(body).toContain('"status":400,"code":"malformed-request"');
    expect(seen).toEqual([]);
  },
);

test.each([
  'GET /',
  'GET /manifests/%C3%A9?q=%ff',
  'DELETE /api/x',
  'OPTIONS *',
  'GET /.well-known/a',
  'GET /...',
  'GET /a..?b=/../#',
  'GET /a/..%2fb',
])('%s passes', async (line) => {
  expect((await ask(line)).head).toContain('HTTP/1.1 200 ');
  expect(seen).toEqual([line]);
});

test('a method that an address of the API lacks is refused with those that it has', async () => {
  const passed: string[] = [];
  for (const [address, methods] of Object.entries<string[]>(ROUTES)) {
    const path = address.replaceAll(/\{\w+\}/g, '019c0000-0000-7000-8000-000000000000');
    const also = [...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await fetch(`http://127.0.0.1:${portOf()}${path}?q=1`, { method });
      const body = await response.text();
      if ([...methods, ...also].includes(method)) {
        expect(response.status, `${method} ${address}`).toBe(200);
        passed.push(`${method} ${path}?q=1`);
        continue;
      }
      expect(response.status, `${method} ${address}`).toBe(405);
      const head = Object.fromEntries(response.headers);
      expect(head).toMatchObject({
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        allow: [...methods, ...also].sort().join(', '),
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      if (method === 'HEAD') expect(body).toBe('');
      else
        expect(JSON.parse(body)).toMatchObject({
          status: 405,
          code: 'method-not-allowed',
          instance: `urn:request:${head['x-request-id']}`,
        });
    }
  }
  expect(seen).toEqual(passed);
});

test('a refused method leaves its body unread and the connection in order', async () => {
  const address = `http://127.0.0.1:${portOf()}/api/manifests`;
  for (const body of ['{}', 'x'.repeat(1024 * 1024)]) {
    const response = await fetch(address, { method: 'DELETE', body });
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
  }
  const headers = 'Content-Length: 5\r\nExpect: 100-continue\r\n';
  expect((await ask('DELETE /api/manifests', headers)).head).toMatch(/^HTTP\/1.1 405 /);
  expect((await ask('DELETE /api/manifests', '', { host: 'evil.test' })).head).toMatch(/^HTTP\/1.1 421 /);
  expect(seen).toEqual([]);
});

test('a whole address means its path', async () => {
  expect((await ask('GET http://localhost:3000/a/b?c=1')).head).toContain('HTTP/1.1 200 ');
  expect(seen).toEqual(['GET /a/b?c=1']);
  expect(heard.host).toBe('localhost:3000');
});

test('a body passes whole', async () => {
  const size = 12 * 1024 * 1024;
  const response = await fetch(`http://127.0.0.1:${portOf()}/`, { method: 'POST', body: 'x'.repeat(size) });
  expect(await response.text()).toMatch(new RegExp(` ${size}$`));
});

test('a hundred headers pass, more are refused', async () => {
  const headers = (count: number) => Array.from({ length: count }, (_, i) => `x-${i}: 1\r\n`).join('');
  expect((await ask('GET /', headers(98))).body).toBe('101 0');
  expect((await ask('GET /', headers(99))).head).toContain('HTTP/1.1 431 ');
});

test('the limits in time and number', () => {
  expect(server).toMatchObject({
    headersTimeout: 15_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 65_000,
    timeout: 300_000,
    maxConnections: 1_000,
    maxRequestsPerSocket: 1_000,
    maxHeadersCount: 100,
  });
});

test.each([
  ['headers that stop', { headersTimeout: 200 }, 'GET / HTTP/1.1\r\nHost: loc', '408'],
  ['a connection that says nothing', { headersTimeout: 200 }, '', '408'],
  [
    'a body that stops',
    { requestTimeout: 400 },
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc',
    '408',
  ],
  [
    'a connection between two requests',
    { keepAliveTimeout: 200, keepAliveTimeoutBuffer: 0 },
    'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
    '200',
  ],
])('%s is ended within a second of its limit', { timeout: 10_000 }, async (_, limits, bytes, status) => {
  // Never above the limit of the whole request: Node takes the smaller of both for the headers.
  Object.assign(server, { headersTimeout: 200 }, limits);
  const began = performance.now();
  const { head } = await raw(bytes);
  const limit = Math.max(...Object.values(limits));
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(performance.now() - began).toBeGreaterThan(limit * 0.9);
  expect(performance.now() - began).toBeLessThan(limit + 1_000 + stalledMs());
});

test('fifty slow bodies are cut on time, and normal requests keep their pace', {
  timeout: 20_000,
}, async () => {
  const limit = 1_500;
  Object.assign(server, { headersTimeout: limit, requestTimeout: limit });
  const port = portOf();
  const pace = () => paceOf({ port, path: '/', perSecond: 50, forMs: 1_000 });
  const head = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n';
  const alone = await pace();
  const slow = Array.from({ length: 50 }, (_, i) =>
    slowClient({ port, head, ...(i % 2 && { drip: { text: 'x', everyMs: 100 } }) }),
  );
  const beside = await pace();
  for (const { ms, status } of await Promise.all(slow)) {
    expect(status).toBe(408);
    expect(ms).toBeGreaterThan(limit * 0.9);
    expect(ms).toBeLessThan(limit + 1_000 + stalledMs());
  }
  expect(beside.failed).toBe(0);
  expect(beside.p50).toBeLessThan(alone.p50 * 5 + 20);
  expect(beside.p99).toBeLessThan(alone.p99 * 5 + 100);
});

test('an answer that is not read is ended', { timeout: 10_000 }, async () => {
  const endless = guardedServer({ host: '127.0.0.1', trustProxy: false }, (_, response) => {
    response.write(Buffer.alloc(64 * 1024 * 1024));
  }).listen(0, '127.0.0.1');
  servers.push(endless);
  endless.timeout = 300;
  await once(endless, 'listening');
  const ended = once(endless, 'connection').then(([socket]) => once(socket, 'close'));
  const socket = connect(portOf(endless), '127.0.0.1').on('error', () => {});
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await ended;
  socket.destroy();
});

test('the last request that a connection may send says so', async () => {
  server.maxRequestsPerSocket = 2;
  const one = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const socket = connect(portOf(), '127.0.0.1');
  socket.write(one);
  const [first] = await once(socket, 'data');
  expect(String(first)).toContain('Connection: keep-alive\r\n');
  socket.write(one);
  const [last] = await once(socket, 'data');
  expect(String(last)).toContain('Connection: close\r\n');
  socket.destroy();
});

test('silent connections give way to one that asks, those with a request do not', async () => {
  server.maxConnections = 20;
  const asking = connect(portOf(), '127.0.0.1');
  asking.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n');
  await once(server, 'request');
  const silent = Array.from({ length: 60 }, () => connect(portOf(), '127.0.0.1').on('error', () => {}));
  await Promise.all(silent.map((socket) => once(socket, 'connect')));
  for (let i = 0; i < 20; i += 1) expect((await ask('GET /')).head).toContain('HTTP/1.1 200 ');
  asking.end('123456789');
  expect(await text(asking)).toContain('HTTP/1.1 200 ');
  for (const socket of silent) socket.destroy();
});

test.each(['evil.test', 'localhost.evil.test', '169.254.169.254'])('the host %s is refused', async (host) => {
  for (const { head, body } of [
    await ask('GET /_next/static/x.js', '', { host }),
    await ask(`GET http://${host}/`),
  ]) {
    expect(head).toContain('HTTP/1.1 421 ');
    expect(body).toContain('"code":"unknown-host"');
  }
  expect(seen).toEqual([]);
  const open = await listen({ host: '0.0.0.0', trustProxy: false });
  expect((await ask('GET /', '', { host, to: open })).head).toContain('HTTP/1.1 200 ');
});

const FORGED =
  'X-Forwarded-Host: evil.test\r\nX-Forwarded-For: 1.2.3.4\r\nForwarded: for=1.2.3.4\r\nX-Real-IP: 1.2.3.4\r\nX-Middleware-Subrequest: proxy\r\n';

test('what only a proxy may say is not heard of anyone else', async () => {
  await ask('GET /', FORGED);
  expect(Object.keys(heard)).toEqual(['host', 'connection', 'x-request-id']);
  const behind = await listen({ host: '0.0.0.0', trustProxy: true });
  await ask('GET /', FORGED, { to: behind });
  expect(heard).toMatchObject({ 'x-forwarded-host': 'evil.test', 'x-forwarded-for': '1.2.3.4' });
  expect(heard).not.toHaveProperty('x-middleware-subrequest');
});

test.each([
  ['abcdefgh-1', true],
  ['short', false],
  ['x'.repeat(65), false],
  ['a b c d e f g h', false],
])('a client calls its request "%s": taken %s', async (id, isTaken) => {
  const { head } = await ask('GET /', `X-Request-Id: ${id}\r\n`);
  const given = /^x-request-id: (.*)$/m.exec(head)?.[1];
  expect(given).toBe(heard['x-request-id']);
  if (isTaken) expect(given).toBe(id);
  else expect(given).toMatch(/^[0-9a-f-]{36}$/);
});

test('what asks for another protocol is answered over HTTP', async () => {
  const headers = 'Upgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n';
  const { head } = await raw(
    `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\n${headers}\r\n`,
  );
  expect(head).toContain('HTTP/1.1 200 ');
});

test('"100 Continue" is said when the body is wanted, not when it is refused', async () => {
  const headers = 'Content-Length: 5\r\nExpect: 100-continue\r\n';
  const wanted = connect(portOf(), '127.0.0.1');
  wanted.write(`POST / HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`);
  expect(String((await once(wanted, 'data'))[0])).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  wanted.write('12345');
  expect(await text(wanted)).toMatch(/^HTTP\/1.1 200 [\s\S]* 5$/);
  expect((await ask('POST /unread', headers)).head).toMatch(/^HTTP\/1.1 413 /);
});

test('options are kept', async () => {
  const small = await listen(undefined, { maxHeaderSize: 200 });
  const response = await fetch(`http://127.0.0.1:${portOf(small)}/`, { headers: { long: 'x'.repeat(300) } });
  expect(response.status).toBe(431);
});

test('a body that goes on after the answer is heard for five seconds and then cut off', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const socket = connect(portOf(), '127.0.0.1');
  socket.on('error', () => {});
  socket.write('POST /unread HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n');
  await once(socket, 'data');
  await vi.waitUntil(() => vi.getTimerCount() > 0);
  const closed = once(socket, 'close');
  await vi.advanceTimersByTimeAsync(4_900);
  expect(socket.destroyed).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  await closed;
  vi.useRealTimers();
});

test.each(['close', 'keep-alive'])(
  'who sends to the end before reading gets the refusal all the same (%s)',
  async (kept) => {
    const size = 12_000_000;
    const socket = connect({ port: portOf(), host: '127.0.0.1', allowHalfOpen: true });
    await once(socket, 'connect');
    socket.pause();
    const lines = [
      'POST /unread HTTP/1.1',
      'Host: localhost',
      `Connection: ${kept}`,
      `Content-Length: ${size}`,
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    const piece = Buffer.alloc(size / 100);
    for (let i = 0; i < 100; i += 1)
      await new Promise<void>((resolve, reject) => socket.write(piece, (e) => (e ? reject(e) : resolve())));
    socket.end();
    expect((await text(socket)).split('\r\n')[0]).toBe('HTTP/1.1 413 Payload Too Large');
  },
);
