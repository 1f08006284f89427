import { z } from 'zod';
import { subscribe, type Topic } from '../db/events.ts';
import { AppError } from '../errors.ts';
import { draining } from '../server/draining.ts';
import { logger } from '../server/logger.ts';

/** Beats that keep proxies from closing a silent stream. */
const HEARTBEAT_MS = 15_000;
/** A reader that has taken nothing at so many beats in a row is given up. */
const MAX_UNREAD_BEATS = 4;
/** Least time between two events of one stream. */
const GAP_MS = 100;
/** What the browser waits before it connects again. */
const RETRY_MS = 2_000;
/** Half of the connections of a server, so that streams never keep requests out. */
const MAX_STREAMS = 500;
const FULL_RETRY_SECONDS = 5;

type StreamSpec<T> = {
  /** The row whose changes are streamed; `*`: all of the topic. */
  topic: Topic;
  id: string;
  /** Name of the events. */
  event: string;
  /** The present state; `known` names the one that the reader has, '' when it has none. */
  read: (known: string) => Promise<T>;
  /** Names a state; sent as the event's id and compared with Last-Event-ID. */
  versionOf: (state: T) => string;
  /** Milliseconds between two events at least; what happens in between is one event. */
  gapMs?: number;
};

/** A state as it is sent. */
type Event = { version: string; bytes: Uint8Array };

/** Kept on globalThis because routes are bundled apart, and the dev server loads this module anew on every change. */
const shared = globalThis as {
  vidpipeStreams?: { open: number; reading: Map<string, Promise<Event>> };
};
shared.vidpipeStreams ??= { open: 0, reading: new Map() };
const streams = shared.vidpipeStreams;
const encoder = new TextEncoder();

/**
 * The state that the reader has. A page that opens a new connection by itself cannot set the header and says it in the
 * address; a browser that connects again does both, and the header is the newer one.
 */
function knownTo(request: Request): string {
  const inAddress = new URL(request.url).searchParams.get('last_event_id');
  return request.headers.get('last-event-id') ?? inAddress ?? '';
}

/** What routes of streams allow in their address. */
export const streamQuerySchema = z.strictObject({
  last_event_id: z
    .string()
    .max(200)
    .optional()
    .describe('Of a stream: the state that you have, when you cannot send the header Last-Event-ID.'),
});

/** @throws AppError unavailable while all places are taken, or the server ends */
function takePlace(): () => void {
  if (draining().aborted || streams.open >= MAX_STREAMS)
    throw new AppError('unavailable', {
      detail: 'No more streams for now. Ask without a stream, or come again.',
      headers: { 'retry-after': String(FULL_RETRY_SECONDS) },
    });
  streams.open += 1;
  return () => {
    streams.open -= 1;
  };
}

/** Reads a state once for all streams that ask for it in the same turn: a change wakes every reader of its row at once. */
function readOnce<T>(spec: StreamSpec<T>, known: string): Promise<Event> {
  const key = JSON.stringify([spec.topic, spec.id, spec.event, known]);
  const begun = streams.reading.get(key);
  if (begun) return begun;
  const reading = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    // Who asks from here on may know of a later change.
    streams.reading.delete(key);
    const state = await spec.read(known);
    const version = spec.versionOf(state);
    const text = `id: ${version}\nevent: ${spec.event}\ndata: ${JSON.stringify(state)}\n\n`;
    return { version, bytes: encoder.encode(text) };
  });
  streams.reading.set(key, reading);
  return reading;
}

/**
 * Streams the state of a row as server-sent events: the present one at once, unless Last-Event-ID names it, then the
 * newest after every change.
 *
 * A slow reader: nothing is read for it before it has taken the last event, and what it missed is left out, so the newest
 * state wins and at most one event waits in memory. One that takes nothing for a minute is given up; its connection goes
 * when the server has seen nothing move on it for long (`guardedServer`).
 * @throws AppError whatever the first `read` throws; unavailable while there are too many streams or the server ends
 */
export async function eventStream<T>(request: Request, spec: StreamSpec<T>): Promise<Response> {
  let sent = knownTo(request);
  let isStale = true;
  let isBusy = false;
  let isClosed = false;
  let unreadBeats = 0;
  let close = () => {};
  const leavePlace = takePlace();
  // Only to answer with a problem where there is nothing to stream; read again once subscribed, so no change is missed.
  await readOnce(spec, sent).catch((error: unknown) => {
    leavePlace();
    throw error;
  });

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => {
        const hasRoom = (controller.desiredSize ?? 0) > 0;
        unreadBeats = hasRoom ? 0 : unreadBeats + 1;
        if (unreadBeats >= MAX_UNREAD_BEATS) return close();
        // An event and no comment: the page hears it, too, and knows a dead connection by its silence.
        if (hasRoom) write('event: beat\ndata: 1\n\n');
        void pump(controller);
      }, HEARTBEAT_MS);
      const unsubscribe = subscribe(spec.topic, spec.id, () => {
        isStale = true;
        void pump(controller);
      });
      const ends = [request.signal, draining()];
      close = () => {
        if (isClosed) return;
        isClosed = true;
        clearInterval(heartbeat);
        unsubscribe();
        leavePlace();
        for (const signal of ends) signal.removeEventListener('abort', close);
        try {
          controller.close();
        } catch {
          // The reader has cancelled it.
        }
      };
      for (const signal of ends) signal.addEventListener('abort', close);
      if (ends.some((signal) => signal.aborted)) close();
      else write(`retry: ${RETRY_MS}\n\n`);
    },
    pull: (controller) => void pump(controller),
    cancel: () => close(),
  });

  async function pump(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      while (isStale && !isClosed && (controller.desiredSize ?? 0) > 0) {
        isStale = false;
        const { version, bytes } = await readOnce(spec, sent);
        if (version === sent || isClosed) continue;
        sent = version;
        controller.enqueue(bytes);
        await new Promise((resolve) => setTimeout(resolve, spec.gapMs ?? GAP_MS));
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') close();
      else {
        // Read again with the next change or heartbeat.
        isStale = true;
        logger.warn({ err: error }, 'an event could not be read');
      }
    } finally {
      isBusy = false;
    }
  }

  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    },
  });
}
