import cluster, { type Worker } from 'node:cluster';
import { lendSlots } from './shared-slots.ts';

/** A process that lived this long was well: its successor waits as little as the first. */
const WELL_AFTER_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** The decoders of all processes together; each may need half a gigabyte for a moment. */
const DECODES_AT_ONCE = 2;

/**
 * Keeps `count` copies of this program answering on one port: connections go round, one that dies is started again, and
 * SIGTERM or SIGINT lets all finish what they are at. `envOf` is given to each beside what it inherits. Ends with a copy
 * that could not even begin to listen, as a single process would.
 */
export function keepWebProcesses(count: number, envOf: Record<string, string>): void {
  let isStopping = false;
  let wait = FIRST_WAIT_MS;
  const listening = new Set<Worker>();
  lendSlots(DECODES_AT_ONCE);

  const start = () => {
    if (isStopping) return;
    const since = Date.now();
    const worker = cluster.fork(envOf);
    let hasListened = false;
    worker.once('listening', () => {
      hasListened = true;
      listening.add(worker);
    });
    worker.once('exit', (code, signal) => {
      listening.delete(worker);
      if (isStopping) {
        if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(0);
        return;
      }
      if (!hasListened && listening.size === 0) process.exit(code || 1);
      if (Date.now() - since > WELL_AFTER_MS) wait = FIRST_WAIT_MS;
      console.error(`web process ${worker.process.pid} ended (${signal ?? code}); starting another one.`);
      setTimeout(start, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };

  const stop = () => {
    isStopping = true;
    const workers = Object.values(cluster.workers ?? {});
    if (workers.length === 0) process.exit(0);
    for (const worker of workers) worker?.process.kill('SIGTERM');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  for (let i = 0; i < count; i += 1) start();
}
