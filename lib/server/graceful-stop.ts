import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { beginDraining } from './draining.ts';

/** What a proxy has to see that this server is not ready, before nothing answers any more. */
const NOTICE_MS = 5_000;
/** The supervisor and most container hosts kill what takes longer. */
const LEAVE_WITHIN_MS = 14_000;
const IDLE_CHECK_MS = 50;

/**
 * Lets a server end: not ready and without streams at once, after the notice no new connection, then what is under way
 * is answered. Resolves with the number of requests that took too long and were cut.
 */
export async function stopGracefully(
  server: Server,
  { noticeMs = 0, withinMs = LEAVE_WITHIN_MS }: { noticeMs?: number; withinMs?: number } = {},
): Promise<number> {
  const end = Date.now() + withinMs;
  beginDraining();
  await sleep(noticeMs);
  await letIn(server, end - withinMs / 2);
  const closed = once(server, 'close').then(() => true);
  server.close();
  // An answer that was begun before leaves its connection open for more.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const isClosed = await Promise.race([closed, sleep(Math.max(0, end - Date.now()), false)]);
  clearInterval(idle);
  if (isClosed) return 0;
  const left = await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  server.closeAllConnections();
  return left;
}

/**
 * Accepts who has connected already: they wait in the system's queue, which is refused as a whole with the listening
 * socket, and a busy process takes one of them in each turn of its loop. A turn that brings none has emptied it.
 */
async function letIn(server: Server, until: number): Promise<void> {
  let accepted = 0;
  const count = () => {
    accepted += 1;
  };
  server.on('connection', count);
  let before: number;
  do {
    before = accepted;
    await turn();
    await turn();
  } while (accepted > before && Date.now() < until);
  server.off('connection', count);
}

/** Stops the server and the process on a signal to, with exit code 0. More signals change nothing: service managers and terminals send them to parent and child. */
export function stopOnSignal(server: Server, { isBehindProxy }: { isBehindProxy: boolean }): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    const cut = await stopGracefully(server, { noticeMs: isBehindProxy ? NOTICE_MS : 0 });
    if (cut > 0) console.error(`${cut} requests took too long and were cut.`);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}
