// Entry of a job's own process, forked by run-alone.ts with the queue and the payload as arguments.
import { writeFile } from 'node:fs/promises';
import { stopListening } from '../db/events.ts';
import { disconnect } from '../db/prisma.ts';
import { isUnavailable } from '../http/to-app-error.ts';
import { stopSender } from '../jobs/boss.ts';
import { QUEUE_NAMES } from '../jobs/queues.ts';
import { logger } from '../server/logger.ts';
import { EXIT } from './run-alone.ts';
import { runJob } from './run-job.ts';
import { Aborted } from './watch-run.ts';

const [name, data = 'null'] = process.argv.slice(2);
const queue = QUEUE_NAMES.find((known) => known === name);
if (!queue) throw new Error(`There is no queue ${name}.`);

const stopping = new AbortController();
process.on('SIGTERM', () => stopping.abort());
// Ctrl-C reaches the whole group: the worker drains first and then says so.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(EXIT.later));
// Where memory runs out, Linux shall take this process and not the worker or the database. Elsewhere there is no such file.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => {});

try {
  await runJob(queue, JSON.parse(data), { isRedelivered: true, signal: stopping.signal });
} catch (err) {
  logger.warn({ queue, data, err }, 'job failed in its own process');
  const mayPass = stopping.signal.aborted || err instanceof Aborted || isUnavailable(err);
  process.exitCode = mayPass ? EXIT.later : EXIT.threw;
}
await Promise.all([stopSender(), stopListening(), disconnect()]);
process.exit();
