import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { QueueName } from '../jobs/queues.ts';
import { logger } from '../server/logger.ts';
import { giveUpJob } from './give-up-job.ts';
import { clearOrphans } from './maintenance.ts';

const ENTRY = path.join(import.meta.dirname, 'run-alone-child.ts');
/** Of a process in which the job's code threw: the job did not finish, and nothing died. */
export const THREW = 75;
/** How often a job may end a process of its own before it is given up. */
const DEATHS = 2;
/** How somebody tells a process to stop; no job does that to itself. */
const TOLD: ReadonlySet<string> = new Set(['SIGTERM', 'SIGINT', 'SIGHUP']);

/**
 * Does a job in a process of its own, so that what it breaks is only that: a process that dies while this one lives
 * died of the job. After the second time the job is given up. When this process dies too, nothing is held against the
 * job. See docs/decisions/010.
 * @throws Error when the job is to be tried again later
 */
export async function runAlone(queue: QueueName, data: unknown, signal: AbortSignal): Promise<void> {
  let death = '';
  for (let deaths = 0; deaths < DEATHS; deaths += 1) {
    signal.throwIfAborted();
    const child = fork(ENTRY, [queue, JSON.stringify(data)]);
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    const [code, by] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    signal.removeEventListener('abort', stop);
    if (code === 0) return;
    if (code === THREW || TOLD.has(by ?? ''))
      throw new Error('The job did not finish; its own process logged why.');
    signal.throwIfAborted();
    death = by ?? `exit code ${code}`;
    logger.error({ queue, data, death }, 'a job ended its own process');
    await clearOrphans();
  }
  const hint = death === 'SIGKILL' || death === 'SIGABRT' ? ' Memory may be short.' : '';
  await giveUpJob(
    queue,
    data,
    `Making it ended its process (${death}) every time, also one of its own.${hint}`,
  );
}
