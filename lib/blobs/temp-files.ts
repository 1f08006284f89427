import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Short and safe in a file name, whatever the machine is called. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
/** Tells this process from an older one that had its number. */
const self = randomUUID().slice(0, 8);
const NAME = /^([0-9a-f]{8})-(\d+)-([0-9a-f]{8})\./;

/** A name for an unfinished file that says which process is at it. */
export const tempName = (): string => `${machine}-${process.pid}-${self}.${randomUUID()}`;

/** Whether a process of this machine wrote it that is there no more. Of other machines nothing is known. */
function isOrphan(name: string): boolean {
  const [, of, pid, run] = NAME.exec(name) ?? [];
  if (of !== machine || run === self) return false;
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes at once what killed processes of this machine left unfinished in a folder; the sweeper gets the rest. */
export async function removeOrphans(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const orphans = names.filter(isOrphan);
  await Promise.all(orphans.map((name) => rm(join(folder, name), { force: true })));
  return orphans.length;
}
