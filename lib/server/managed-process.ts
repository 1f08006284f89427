import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** A process that lived this long was well: its next restart waits as little as the first. */
const WELL_AFTER_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const LOG_BYTES = 10 * 1024 * 1024;

export type ManagedProcess = {
  /** Asks it to end and resolves when it has; after `withinMs` it is killed. */
  stop: (withinMs: number) => Promise<void>;
  /** Kills it at once. */
  kill: () => void;
};

type Options = {
  name: string;
  /** Arguments of Node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  logDir: string;
  /** Show its output here as well. */
  isLoud: boolean;
  say: (line: string) => void;
};

/**
 * Starts a Node program and starts it again when it ends, with growing waits. Its own process group keeps a Ctrl-C
 * of the terminal from it: it ends when told to, or when this process is gone.
 */
export function keepRunning({ name, args, env, logDir, isLoud, say }: Options): ManagedProcess {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT_MS;
  let isStopping = false;
  const log = openLog(logDir, name);

  const start = () => {
    const since = Date.now();
    const preload = path.join(import.meta.dirname, 'with-parent.mjs');
    const begun = spawn(process.execPath, ['--import', preload, ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
      env: { ...env, VIDPIPE_SUPERVISOR_PID: String(process.pid) },
    });
    for (const [stream, out] of [
      [begun.stdout, process.stdout],
      [begun.stderr, process.stderr],
    ] as const) {
      stream?.pipe(log, { end: false });
      if (isLoud) stream?.pipe(out, { end: false });
    }
    child = begun;
    begun.once('exit', (code, signal) => {
      child = undefined;
      if (isStopping) return;
      if (Date.now() - since > WELL_AFTER_MS) wait = FIRST_WAIT_MS;
      say(`${name} ended (${signal ?? code}); starting it again. Its log: ${log.path}`);
      timer = setTimeout(start, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };
  start();

  return {
    kill: () => child?.kill('SIGKILL'),
    stop: (withinMs) => {
      isStopping = true;
      clearTimeout(timer);
      const ending = child;
      if (!ending) return Promise.resolve();
      return new Promise((resolve) => {
        const forced = setTimeout(() => ending.kill('SIGKILL'), withinMs);
        ending.once('exit', () => {
          clearTimeout(forced);
          resolve();
        });
        ending.kill('SIGTERM');
      });
    },
  };
}

function openLog(dir: string, name: string) {
  mkdirSync(dir, { recursive: true });
  const file = path.join(dir, `${name}.log`);
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a' });
}
