import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isSameProcess, processStart } from './process-identity.ts';
import { StartError } from './start-error.ts';

const LOCK = 'vidpipe.lock';

type Owner = { pid: number; started: string };

/**
 * Takes `dir` for this process and answers how to give it back. Two copies on one folder would run two databases on
 * the same files. The lock of a process that is gone does not count.
 * @throws StartError when the folder cannot be written or a living copy has it
 */
export function claimDataDir(dir: string): () => void {
  try {
    makeFolder(dir);
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${dir} cannot be written (${(error as NodeJS.ErrnoException).code}). Set DATA_DIR to another one.`,
    );
  }
  const lock = path.join(dir, LOCK);
  const mine = JSON.stringify({ pid: process.pid, started: processStart(process.pid) } satisfies Owner);
  const draft = `${lock}.${process.pid}`;
  try {
    writeFileSync(draft, mine);
  } catch (error) {
    throw new StartError(
      `The data folder ${dir} cannot be written (${(error as NodeJS.ErrnoException).code}). Set DATA_DIR to another one.`,
    );
  }
  try {
    while (!linked(draft, lock)) removeDeadLock(lock, dir);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(lock) === mine) rmSync(lock, { force: true });
  };
}

/** True while a living process holds `dir`. */
export function isDataDirInUse(dir: string): boolean {
  const owner = parse(read(path.join(dir, LOCK)));
  return owner !== null && isSameProcess(owner.pid, owner.started);
}

/** Like `recursive`, which runs for ever where a parent is there and takes no folders (/proc). */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  const parent = path.dirname(dir);
  if (parent !== dir) makeFolder(parent);
  mkdirSync(dir, { mode: 0o700 });
}

/** A hard link is made or refused in one step and never shows half a file. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeDeadLock(lock: string, dir: string): void {
  const seen = read(lock);
  const owner = parse(seen);
  const inUse = () =>
    new StartError(
      `The data folder ${dir} is in use by another copy${owner ? ` (process ${owner.pid})` : ''}. Stop it, or set DATA_DIR to another folder.`,
    );
  if (owner && isSameProcess(owner.pid, owner.started)) throw inUse();
  // Moved aside before it is removed: when another start was faster, the file moved is its new lock.
  const aside = `${lock}.dead.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const isTheDeadOne = read(aside) === seen;
  if (!isTheDeadOne) linked(aside, lock);
  rmSync(aside, { force: true });
  if (!isTheDeadOne) throw inUse();
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string | null): Owner | null {
  try {
    return text ? (JSON.parse(text) as Owner) : null;
  } catch {
    return null;
  }
}
