import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { QueueName } from '../jobs/queues.ts';
import { logger } from '../server/logger.ts';
import { giveUpJob } from './give-up-job.ts';
import { clearOrphans } from './maintenance.ts';

const ENTRY = path.join(import.meta.dirname, 'run-alone-child.ts');
/** Exit codes of that process: the job may succeed later; its code threw, which it will do again. */
export const EXIT = { later: 75, threw: 70 } as const;
/** How often a job may fail in a process of its own before it is given up; with those before it had five tries. */
const TRIES = 3;
/** How somebody tells a process to stop; no job does that to itself. */
const TOLD: ReadonlySet<string> = new Set(['SIGTERM', 'SIGINT', 'SIGHUP']);

/**
 * Does a job in a process of its own, so that what it breaks is only that: a process that dies while this one lives
 * died of the job. After the third time the job is given up. When this process dies too, nothing is held against the
 * job. See docs/decisions/010.
 * @throws Error when the job is to be tried again later
 */
export async function runAlone(queue: QueueName, data: unknown, signal: AbortSignal): Promise<void> {
  let end = '';
  for (let tries = 0; tries < TRIES; tries += 1) {
    signal.throwIfAborted();
    const child = fork(ENTRY, [queue, JSON.stringify(data)]);
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    const [code, by] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    signal.removeEventListener('abort', stop);
    if (code === 0) return;
    if (code === EXIT.later || TOLD.has(by ?? ''))
      throw new Error('The job did not finish; its own process logged why.');
    signal.throwIfAborted();
    end = code === EXIT.threw ? '' : (by ?? `exit code ${code}`);
    logger.error({ queue, data, code, signal: by }, 'a job failed in its own process');
    await clearOrphans();
  }
  await giveUpJob(
    queue,
    data,
    end ? deathWords(end) : 'It could not be made. The log of the worker says why.',
  );
}

function deathWords(end: string): string {
  const hint = end === 'SIGKILL' || end === 'SIGABRT' ? ' Memory may be short.' : '';
  return `Making it ended its process (${end}) every time, also one of its own.${hint}`;
}
