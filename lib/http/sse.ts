import { z } from 'zod';
import { subscribe, type Topic } from '../db/events.ts';
import { AppError } from '../errors.ts';
import { logger } from '../server/logger.ts';

/** Beats that keep proxies from closing a silent stream. */
const HEARTBEAT_MS = 15_000;
/** Least time between two events of one stream. */
const GAP_MS = 100;
/** What the browser waits before it connects again. */
const RETRY_MS = 2_000;

/** Kept on globalThis because the dev server loads this module anew on every change. */
const shared = globalThis as { vidpipeStreams?: Set<() => void> };

/** The streams that are open, by how to close them. A server that is told to stop waits for them otherwise. */
function openStreams(): Set<() => void> {
  if (shared.vidpipeStreams) return shared.vidpipeStreams;
  const streams = new Set<() => void>();
  shared.vidpipeStreams = streams;
  // Alone, a listener would keep the signal from ending the process; the server has its own.
  if (process.listenerCount('SIGTERM') > 0)
    process.on('SIGTERM', () => {
      for (const close of streams) close();
    });
  return streams;
}

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

/**
 * The state that the reader has. A page that opens a new connection by itself cannot set the header and says it in the
 * address; a browser that connects again does both, and the header is the newer one.
 */
function knownTo(request: Request): string {
  const inAddress = new URL(request.url).searchParams.get('last_event_id');
  return request.headers.get('last-event-id') ?? inAddress ?? '';
}

/** What routes of streams allow in their address. */
export const streamQuerySchema = z.strictObject({ last_event_id: z.string().max(200).optional() });

/**
 * Streams the state of a row as server-sent events: the present one at once, unless Last-Event-ID names it, then the
 * newest after every change. States that a slow reader missed are left out, so nothing piles up.
 * @throws AppError whatever the first `read` throws
 */
export async function eventStream<T>(request: Request, spec: StreamSpec<T>): Promise<Response> {
  let sent = knownTo(request);
  let isStale = true;
  let isBusy = false;
  let isClosed = false;
  let close = () => {};
  // Only to answer with a problem where there is nothing to stream; read again once subscribed, so no change is missed.
  await spec.read(sent);
  const encoder = new TextEncoder();

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const hasRoom = () => !isClosed && (controller.desiredSize ?? 0) > 0;
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => {
        // An event and no comment: the page hears it, too, and knows a dead connection by its silence.
        if (hasRoom()) write('event: beat\ndata: 1\n\n');
        void pump(controller);
      }, HEARTBEAT_MS);
      const unsubscribe = subscribe(spec.topic, spec.id, () => {
        isStale = true;
        void pump(controller);
      });
      close = () => {
        if (isClosed) return;
        isClosed = true;
        clearInterval(heartbeat);
        unsubscribe();
        openStreams().delete(close);
        request.signal.removeEventListener('abort', close);
        try {
          controller.close();
        } catch {
          // The reader has cancelled it.
        }
      };
      openStreams().add(close);
      request.signal.addEventListener('abort', close);
      if (request.signal.aborted) close();
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
        const state = await spec.read(sent);
        const version = spec.versionOf(state);
        if (version === sent || isClosed) continue;
        sent = version;
        controller.enqueue(
          encoder.encode(`id: ${version}\nevent: ${spec.event}\ndata: ${JSON.stringify(state)}\n\n`),
        );
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
