import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../server/start-error.ts';

const STOP_WITHIN_MS = 30_000;

/**
 * Ends a PostgreSQL that still runs in `cluster` although nobody holds the data folder: its starter was killed.
 * A pid file whose number belongs to another program by now is removed; one of a dead server is PostgreSQL's own
 * business (it checks for leftover memory and recovers).
 */
export async function stopLeftBehindServer(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isAlive(pid)) return;
  if (!commandLine(pid).includes('postgres')) return rmSync(file, { force: true });
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline)
      throw new StartError(
        `A PostgreSQL left behind (process ${pid}) does not stop. End it and start again.`,
      );
    await sleep(50);
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandLine(pid: number): string {
  if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
