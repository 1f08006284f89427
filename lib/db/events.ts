import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { logger } from '../server/logger.ts';
import { databaseUrl } from './database-url.ts';
import type { Tx } from './prisma.ts';

/** Where changes are told; the payload is `topic:id`. */
export const CHANNEL = 'vidpipe_changes';
const RECONNECT_MS = 1_000;
/** A dead connection that nobody closed is found out within this time. */
const PROBE_MS = 15_000;

export type Topic = 'manifest' | 'project' | 'webhook';
type Callback = () => void;

type Hub = {
  callbacks: Map<string, Set<Callback>>;
  listening: boolean;
  /** Ends the connection and stops reconnecting. */
  close?: (() => Promise<void>) | undefined;
};

/** Kept on globalThis because the dev server loads this module anew on every change. */
const shared = globalThis as { vidpipeHub?: Hub };
shared.vidpipeHub ??= { callbacks: new Map(), listening: false };
const hub = shared.vidpipeHub;

/** Says, when the transaction commits, that a manifest changed. The payload is its id: readers look at the row. */
export const notifyManifest = (tx: Tx, id: string): Promise<void> => notify(tx, 'manifest', id);

/** The same of many, in one statement. */
export async function notifyManifests(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, 'manifest:' || id) FROM unnest(${ids}::text[]) AS id`;
}

/** The same of a project. */
export const notifyProject = (tx: Tx, id: string): Promise<void> => notify(tx, 'project', id);

/** Says that a message of a webhook waits to be sent. */
export const notifyWebhooks = (tx: Tx): Promise<void> => notify(tx, 'webhook', 'due');

async function notify(tx: Tx, topic: Topic, id: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${`${topic}:${id}`})`;
}

/**
 * Calls back after every change of one row (`*`: of all rows), in any process, and after a connection was lost and is back (something may
 * have been missed). One connection serves all subscribers of the process. Answers how to unsubscribe.
 */
export function subscribe(topic: Topic, id: string, callback: Callback): () => void {
  const key = `${topic}:${id}`;
  const callbacks = hub.callbacks.get(key) ?? new Set();
  hub.callbacks.set(key, callbacks.add(callback));
  if (!hub.listening) listen();
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0 && hub.callbacks.get(key) === callbacks) hub.callbacks.delete(key);
  };
}

/** Closes the listening connection, for the end of a process or a test file. */
export async function stopListening(): Promise<void> {
  await hub.close?.();
}

function listen(): void {
  hub.listening = true;
  const stop = new AbortController();
  const ended = keepListening(stop.signal);
  hub.close = async () => {
    stop.abort();
    await ended;
    hub.listening = false;
    hub.close = undefined;
  };
}

async function keepListening(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(signal).catch((err: unknown) => {
      if (!signal.aborted) logger.warn({ err }, 'listening for changes was interrupted');
    });
    if (!signal.aborted) await sleep(RECONNECT_MS, undefined, { signal }).catch(() => {});
  }
}

/** Listens until the connection ends or `signal` aborts. */
async function listenOnce(signal: AbortSignal): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl(),
    application_name: 'vidpipe-events',
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
  });
  const ended = Promise.withResolvers<void>();
  ended.promise.catch(() => {});
  client.on('error', ended.reject);
  client.on('end', ended.resolve);
  client.on('notification', ({ payload = '' }) => {
    call(hub.callbacks.get(payload));
    call(hub.callbacks.get(`${payload.split(':')[0]}:*`));
  });
  const probe = setInterval(() => client.query('SELECT 1').catch(ended.reject), PROBE_MS);
  const onAbort = () => ended.resolve();
  signal.addEventListener('abort', onAbort);
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    for (const callbacks of hub.callbacks.values()) call(callbacks);
    if (!signal.aborted) await ended.promise;
  } finally {
    clearInterval(probe);
    signal.removeEventListener('abort', onAbort);
    await client.end().catch(() => {});
  }
}

function call(callbacks: Set<Callback> | undefined): void {
  for (const callback of callbacks ?? []) callback();
}
