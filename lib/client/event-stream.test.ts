import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEventStream, type StreamState } from './event-stream.ts';

/** What the browser would be connected to; the test says what comes. */
class FakeSource {
  isClosed = false;
  private listeners = new Map<string, ((event: MessageEvent) => void)[]>();
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  addEventListener(name: string, act: (event: MessageEvent) => void) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), act]);
  }
  close() {
    this.isClosed = true;
  }
  say(name: string, data: unknown = 1, lastEventId = '') {
    const event = { data: JSON.stringify(data), lastEventId } as MessageEvent;
    for (const act of this.listeners.get(name) ?? []) act(event);
  }
}

let sources: FakeSource[] = [];
let heard: unknown[] = [];
let states: StreamState[] = [];

const start = (knownId = '') =>
  openEventStream({
    url: '/events',
    knownId,
    events: { status: (data) => heard.push(data) },
    onState: (state) => states.push(state),
    connect: (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source as unknown as EventSource;
    },
  });
const latest = () => sources.at(-1) as FakeSource;

beforeEach(() => {
  vi.useFakeTimers();
  sources = [];
  heard = [];
  states = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an event stream', () => {
  it('begins after what the page knows and hands on what comes', () => {
    start('2026-11-20T12:00:00.000Z');
    expect(latest().url).toBe('/events?last_event_id=2026-11-20T12%3A00%3A00.000Z');
    latest().say('open');
    latest().say('status', { n: 1 }, 'a');
    expect(heard).toEqual([{ n: 1 }]);
    expect(states).toEqual(['open']);
  });

  it('connects again with the id of the last event, waiting longer each time', () => {
    start();
    latest().say('open');
    latest().say('status', 1, 'a');
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const before = Date.now();
      const count = sources.length;
      latest().say('error');
      while (sources.length === count) vi.advanceTimersByTime(100);
      waits.push(Date.now() - before);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(latest().url).toBe('/events?last_event_id=a');
    expect(sources.slice(0, -1).every((s) => s.isClosed)).toBe(true);
  });

  it('is down only when a second try fails, and begins to count anew when it is open', () => {
    start();
    latest().say('open');
    latest().say('error');
    expect(states.at(-1)).toBe('connecting');
    vi.advanceTimersByTime(500);
    latest().say('error');
    expect(states.at(-1)).toBe('down');
    vi.advanceTimersByTime(1000);
    latest().say('open');
    expect(states.at(-1)).toBe('open');
    latest().say('error');
    expect(states.at(-1)).toBe('connecting');
  });

  it('replaces a connection that says nothing, and not one that beats', () => {
    start();
    latest().say('open');
    for (let i = 0; i < 6; i += 1) {
      vi.advanceTimersByTime(15_000);
      latest().say('beat');
    }
    expect(sources).toHaveLength(1);
    vi.advanceTimersByTime(36_000);
    expect(sources).toHaveLength(2);
    expect(sources[0]?.isClosed).toBe(true);
  });

  it('sleeps without a connection and catches up at once when it is woken', () => {
    const stream = start();
    latest().say('open');
    latest().say('status', 1, 'a');
    stream.sleep();
    expect(latest().isClosed).toBe(true);
    vi.advanceTimersByTime(3_600_000);
    expect(sources).toHaveLength(1);
    stream.wake();
    expect(latest().url).toBe('/events?last_event_id=a');
    // The old connection is not heard any more.
    sources[0]?.say('status', 'late', 'z');
    expect(heard).toEqual([1]);
  });

  it('is left alone by a wake while it is alive, and replaced when it may be dead', () => {
    const stream = start();
    stream.wake();
    latest().say('open');
    stream.wake();
    expect(sources).toHaveLength(1);
    vi.advanceTimersByTime(20_000);
    stream.wake();
    expect(sources).toHaveLength(2);
  });

  it('that is closed stays closed', () => {
    const stream = start();
    latest().say('error');
    stream.close();
    vi.advanceTimersByTime(3_600_000);
    expect(sources).toHaveLength(1);
  });
});
