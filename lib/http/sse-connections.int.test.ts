import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { notifyProject, stopListening } from '../db/events.ts';
import { db } from '../db/prisma.ts';
import { beginDraining } from '../server/draining.ts';
import { forgetDraining } from '../server/testing-draining.ts';
import { eventStream } from './sse.ts';
import { serve } from './testing-http.ts';

const ID = '019c0000-0000-7000-8000-000000000000';
const hub = () => (globalThis as { vidpipeHub?: { callbacks: Map<string, Set<unknown>> } }).vidpipeHub;
const subscribers = () => [...(hub()?.callbacks.values() ?? [])].reduce((sum, set) => sum + set.size, 0);
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

let state = 0;
let reads = 0;
let payload = '';
const spec = {
  topic: 'project' as const,
  id: ID,
  event: 'status',
  read: async () => {
    reads += 1;
    return { n: state, payload };
  },
  versionOf: (s: { n: number }) => `v${s.n}`,
};
const change = async (n: number) => {
  state = n;
  await db().$transaction((tx) => notifyProject(tx, ID));
};

let app: Awaited<ReturnType<typeof serve>>;
beforeEach(async () => {
  [state, reads, payload] = [0, 0, ''];
  forgetDraining();
  app = await serve((request) => eventStream(request, spec));
});
afterEach(async () => {
  vi.useRealTimers();
  app.close();
  await vi.waitUntil(() => subscribers() === 0);
});
afterAll(stopListening);

function ask(): Socket {
  const socket = connect(app.port, '127.0.0.1').on('error', () => {});
  socket.write('GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n');
  return socket;
}
const connections = () =>
  new Promise<number>((resolve) => app.server.getConnections((_, count) => resolve(count)));
const listeners = async () => {
  const [row] = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_stat_activity WHERE application_name = 'vidpipe-events' AND datname = current_database()`;
  return Number(row?.count);
};
const untilHeard = async (socket: Socket, text: string) => {
  let heard = '';
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    heard += chunk;
    if (heard.includes(text)) return heard;
  }
  throw new Error(`closed before "${text}": ${heard}`);
};

/** Connects that leave at every moment of a stream's life: before its head, after its first event, between two. */
async function batch(size: number): Promise<void> {
  const sockets = Array.from({ length: size }, ask);
  await Promise.all(
    sockets.map(async (socket, i) => {
      if (i % 4 === 0) await once(socket, 'connect');
      else if (i % 4 === 1) await once(socket, 'data');
      else await untilHeard(socket, `"n":${state}`);
      if (i % 2 === 0) socket.resetAndDestroy();
      else socket.destroy();
    }),
  );
}
const untilEmpty = () =>
  vi.waitUntil(async () => subscribers() === 0 && (await connections()) === 0, { timeout: 5_000 });

it('a thousand readers that come and go leave nothing behind', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const heapMB = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  for (let i = 0; i < 3; i += 1) {
    await batch(100);
    await change(i);
  }
  await untilEmpty();
  const before = { timers: timers(), heapMB: heapMB() };
  for (let i = 0; i < 10; i += 1) {
    await batch(100);
    await change(i);
  }
  await untilEmpty();
  await vi.waitUntil(() => timers() <= before.timers, { timeout: 2_000 });
  // 3 kB a stream would be a leak; some of what is free is only given back a collection later.
  await vi.waitUntil(() => heapMB() < before.heapMB + 3, { timeout: 3_000, interval: 200 });
  expect(await listeners()).toBe(1);
});

it('a change is read once for all who wait for it', async () => {
  const sockets = Array.from({ length: 100 }, ask);
  await Promise.all(sockets.map((socket) => untilHeard(socket, '"n":0')));
  reads = 0;
  await change(1);
  await Promise.all(sockets.map((socket) => untilHeard(socket, '"n":1')));
  // Not one: a stream that had an event just before waits, and reads in the turn when that is over.
  expect(reads).toBeLessThan(90);
  for (const socket of sockets) socket.destroy();
});

it('a reader that does not read costs one event, and is given up', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  payload = 'x'.repeat(4 * 1024 * 1024);
  const socket = ask().pause();
  await vi.waitUntil(() => reads > 1, { timeout: 5_000 });
  for (let n = 1; n <= 40; n += 1) await change(n);
  await vi.waitUntil(() => subscribers() === 1, { timeout: 5_000 });
  // What fits into the buffers of both ends, then no more is read.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(reads).toBeLessThan(10);
  await vi.advanceTimersByTimeAsync(61_000);
  expect(subscribers()).toBe(0);
  socket.destroy();
});

it('beats keep a reader that reads', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const socket = ask();
  await untilHeard(socket, '"n":0');
  for (let beat = 0; beat < 6; beat += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    await untilHeard(socket, 'event: beat');
  }
  await change(1);
  await untilHeard(socket, '"n":1');
  socket.destroy();
});

it('when all places are taken the next is told when to come again, and gets the first that is free', async () => {
  const open = async () => {
    const abort = new AbortController();
    await eventStream(new Request('http://127.0.0.1/events', { signal: abort.signal }), spec);
    return abort;
  };
  const streams = await Promise.all(Array.from({ length: 500 }, open));
  const refused = { code: 'unavailable', headers: { 'retry-after': '5' } };
  await expect(open()).rejects.toMatchObject(refused);
  streams[0]?.abort();
  streams[0] = await open();
  await expect(Promise.all([open(), open()])).rejects.toMatchObject(refused);
  for (const abort of streams) abort.abort();
  await Promise.all((await Promise.all(Array.from({ length: 500 }, open))).map((abort) => abort.abort()));
});

it('a server that is told to stop ends its streams whole and takes no new one', async () => {
  const sockets = Array.from({ length: 20 }, ask);
  await Promise.all(sockets.map((socket) => untilHeard(socket, '"n":0')));
  const ends = sockets.map((socket) => untilHeard(socket, '0\r\n\r\n'));
  beginDraining();
  await Promise.all(ends);
  expect(subscribers()).toBe(0);
  await expect(eventStream(new Request('http://127.0.0.1/events'), spec)).rejects.toMatchObject({
    code: 'unavailable',
  });
  for (const socket of sockets) socket.destroy();
});
