import { once } from 'node:events';
import http from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { milliseconds, round } from './figures.ts';

/** How a client that wastes the server's time ended: after how many ms, and with which status (0: closed without). */
export type Cut = { ms: number; status: number };

type SlowClient = {
  port: number;
  /** Sent at once. */
  head: string;
  /** Sent after it, one byte at a time; absent: nothing more comes. */
  drip?: { text: string; everyMs: number };
};

/** Holds a connection until the server ends it. */
export async function slowClient({ port, head, drip }: SlowClient): Promise<Cut> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const ended = new Promise((resolve) => socket.once('close', resolve));
  await Promise.race([ended, once(socket, 'connect').catch(() => {})]);
  const began = performance.now();
  socket.write(head);
  const dripping = drip && dripInto(socket, drip);
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
  });
  await ended;
  clearInterval(dripping);
  return { ms: performance.now() - began, status: Number(/ (\d{3}) /.exec(answer)?.[1] ?? 0) };
}

function dripInto(socket: Socket, { text, everyMs }: NonNullable<SlowClient['drip']>): NodeJS.Timeout {
  let sent = 0;
  return setInterval(() => {
    if (socket.writable) socket.write(text[sent++ % text.length] ?? '');
  }, everyMs);
}

type Pace = { port: number; path: string; perSecond: number; forMs: number; newConnections?: boolean };

/**
 * Asks at a steady rate, whatever comes back: milliseconds from when each request was due, and how many failed. So a
 * server that stops for a moment is seen by all who came meanwhile.
 */
export async function paceOf({ port, path, perSecond, forMs, newConnections = false }: Pace) {
  const agent = newConnections ? false : new http.Agent({ keepAlive: true });
  const spent: number[] = [];
  let failed = 0;
  const began = performance.now();
  const asked: Promise<void>[] = [];
  for (let i = 0; i < (perSecond * forMs) / 1000; i += 1) {
    const due = began + (i * 1000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    const one = async () => {
      if ((await statusOf({ port, path, agent })) === 200) spent.push(performance.now() - due);
      else failed += 1;
    };
    asked.push(one());
  }
  await Promise.all(asked);
  if (agent) agent.destroy();
  return { ...milliseconds(spent), failed };
}

function statusOf({ port, path, agent }: { port: number; path: string; agent: http.Agent | false }) {
  return new Promise<number>((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    request.once('error', () => resolve(0));
    request.setTimeout(30_000, () => request.destroy());
  });
}

/** First and last of many cuts in seconds, beside the limit that they should keep. */
export const cutsOf = (cuts: Cut[], limitSeconds: number) => ({
  clients: cuts.length,
  'first cut s': round(Math.min(...cuts.map(({ ms }) => ms)) / 1000),
  'last cut s': round(Math.max(...cuts.map(({ ms }) => ms)) / 1000),
  'limit s': limitSeconds,
  status: [...new Set(cuts.map(({ status }) => status || 'closed'))].join(', '),
});
