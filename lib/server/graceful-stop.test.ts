import { once } from 'node:events';
import { Agent, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { slowClient } from './bench/slow-clients.ts';
import { draining } from './draining.ts';
import { stopGracefully } from './graceful-stop.ts';
import { guardedServer } from './guarded-server.ts';
import { forgetDraining } from './testing-draining.ts';

let server: Server;
let answerAll: () => void;
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** A server whose `/slow` waits, and whose `/stream` ends with the drain. */
beforeEach(async () => {
  forgetDraining();
  const { promise, resolve } = Promise.withResolvers<void>();
  answerAll = resolve;
  server = guardedServer({ host: '127.0.0.1', trustProxy: false }, async (request, response) => {
    if (request.url === '/slow') await promise;
    if (request.url === '/stream') {
      response.write('begun');
      draining().addEventListener('abort', () => response.end());
    } else response.end(request.url);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

async function ask(path: string) {
  const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path, agent });
  const [response] = await once(request, 'response');
  return { status: response.statusCode, body: await text(response), headers: response.headers };
}

test('what is under way is answered, streams end, idle connections hold nothing up, and nobody else gets in', async () => {
  await Promise.all(Array.from({ length: 10 }, () => ask('/')));
  const slow = Array.from({ length: 5 }, () => ask('/slow'));
  const streams = Array.from({ length: 5 }, () => ask('/stream'));
  for (let asked = 0; asked < 10; asked += 1) await once(server, 'request');

  const began = performance.now();
  const stopped = stopGracefully(server);
  expect((await Promise.all(streams)).map((stream) => stream.body)).toEqual(Array(5).fill('begun'));
  await sleep(20);
  await expect(ask('/')).rejects.toThrow();
  answerAll();
  for (const { status, body } of await Promise.all(slow)) expect([status, body]).toEqual([200, '/slow']);
  expect(await stopped).toBe(0);
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('who has connected and asked before is let in, though nobody was accepted yet', async () => {
  const port = (server.address() as AddressInfo).port;
  const head = 'GET /early HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const early = Array.from({ length: 100 }, () => slowClient({ port, head }));
  await stopGracefully(server);
  expect(new Set((await Promise.all(early)).map(({ status }) => status))).toEqual(new Set([200]));
});

test('with a notice it says that it is not ready and still answers, each time the last of its connection', async () => {
  await ask('/');
  const stopped = stopGracefully(server, { noticeMs: 200 });
  expect(draining().aborted).toBe(true);
  const { status, headers } = await ask('/');
  expect([status, headers.connection]).toEqual([200, 'close']);
  expect(await stopped).toBe(0);
  await expect(ask('/')).rejects.toThrow();
});

test('what takes too long is cut', async () => {
  const slow = ask('/slow');
  slow.catch(() => {});
  await once(server, 'request');
  expect(await stopGracefully(server, { withinMs: 100 })).toBe(1);
  await expect(slow).rejects.toThrow();
});
