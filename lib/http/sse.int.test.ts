import { afterAll, beforeEach, expect, it } from 'vitest';
import { notifyProject, stopListening } from '../db/events.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { eventStream } from './sse.ts';

const ID = '019c0000-0000-7000-8000-000000000000';
let state = 0;
const spec = {
  topic: 'project' as const,
  id: ID,
  event: 'status',
  read: async () => ({ n: state }),
  versionOf: (s: { n: number }) => `v${s.n}`,
};
const change = async (n: number) => {
  state = n;
  await db().$transaction((tx) => notifyProject(tx, ID));
};

async function open(headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const request = new Request('http://127.0.0.1/events', { headers, signal: abort.signal });
  const response = await eventStream(request, spec);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no body');
  const nextEvent = async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return null;
      if (value.startsWith('id:')) return value;
    }
  };
  return { response, nextEvent, abort };
}

beforeEach(() => {
  state = 0;
});
afterAll(stopListening);

it('a stream begins with the present state and goes on with every change', async () => {
  const { response, nextEvent, abort } = await open();
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(await nextEvent()).toBe('id: v0\nevent: status\ndata: {"n":0}\n\n');
  await change(1);
  expect(await nextEvent()).toContain('{"n":1}');
  abort.abort();
  expect(await nextEvent()).toBeNull();
});

it('a reader that comes back is not told what it knows', async () => {
  const { nextEvent, abort } = await open({ 'last-event-id': 'v0' });
  await change(7);
  expect(await nextEvent()).toContain('id: v7');
  abort.abort();
});

it('a slow reader gets the newest state, not every state', async () => {
  const { nextEvent, abort } = await open();
  await nextEvent();
  for (let n = 1; n <= 200; n++) await change(n);
  await new Promise((resolve) => setTimeout(resolve, 500));
  let events = 0;
  let last = '';
  while (!last.includes('id: v200')) {
    last = (await nextEvent()) ?? '';
    events++;
  }
  expect(events).toBeLessThan(12);
  abort.abort();
});

it('closed streams leave no subscriber behind', async () => {
  const hub = (globalThis as { vidpipeHub?: { callbacks: Map<string, unknown> } }).vidpipeHub;
  const streams = await Promise.all(Array.from({ length: 20 }, () => open()));
  await Promise.all(streams.map((s) => s.nextEvent()));
  expect(hub?.callbacks.has(`project:${ID}`)).toBe(true);
  for (const { abort } of streams) abort.abort();
  expect(hub?.callbacks.has(`project:${ID}`)).toBe(false);
});

it('what is not there is a problem, not a stream', async () => {
  const request = new Request('http://127.0.0.1/events');
  const read = () => Promise.reject(new AppError('not-found'));
  await expect(eventStream(request, { ...spec, read })).rejects.toMatchObject({ code: 'not-found' });
});
