import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedUrl } from '../../db/embedded-postgres.ts';

const READY_WITHIN_MS = 10 * 60_000;

export type Instance = {
  address: string;
  dataDir: string;
  databaseUrl: string;
  /** Lines of the log of web that name a request. */
  logOf: (requestId: string) => string[];
  /** Process ids of its web or worker processes; none while there is none. Linux only. */
  pidsOf: (role: 'web' | 'worker') => number[];
  stop: () => Promise<void>;
};

/** The whole program as a person starts it, on an empty data folder of its own that goes with it. */
export async function startInstance(): Promise<Instance> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vidpipe-bench-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    NODE_ENV: 'production' as const,
  };
  const app = spawn(process.execPath, [path.join(import.meta.dirname, '../start.mjs')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => app.once('exit', () => resolve()));
  const stop = async () => {
    app.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const end = Date.now() + READY_WITHIN_MS;
  const isUp = () =>
    fetch(`${address}/api/ready`)
      .then((r) => r.ok)
      .catch(() => false);
  while (!(await isUp())) {
    if (Date.now() > end || app.exitCode !== null) {
      await stop();
      throw new Error('The app did not start.');
    }
    await sleep(250);
  }
  return {
    address,
    dataDir,
    databaseUrl: embeddedUrl(dataDir) ?? '',
    logOf: (requestId) =>
      readFileSync(path.join(dataDir, 'logs/web.log'), 'utf8')
        .split('\n')
        .filter((line) => line.includes(requestId)),
    pidsOf: (role) => findPids(dataDir, role),
    stop,
  };
}

/** Most memory that each of these processes has had at once, together, in MB; null when all are gone. */
export const peakMemory = (pids: number[]): number | null => memory(pids, 'VmHWM');

/** The memory that these processes have now, together, in MB. */
export const memoryNow = (pids: number[]): number | null => memory(pids, 'VmRSS');

function memory(pids: number[], figure: 'VmHWM' | 'VmRSS'): number | null {
  const kB = pids.map((pid) =>
    Number(new RegExp(`${figure}:\\s+(\\d+)`).exec(readProc(pid, 'status'))?.[1] ?? 0),
  );
  const sum = kB.reduce((a, b) => a + b, 0);
  return sum > 0 ? Math.round(sum / 1024) : null;
}

/** Process ids of the web or worker processes with this data folder. Linux only. */
export function findPids(dataDir: string, role: 'web' | 'worker'): number[] {
  // Next renames its process.
  const program = role === 'web' ? 'next-server' : 'lib/worker/main.ts';
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids
    .filter(
      (pid) =>
        readProc(pid, 'cmdline')
          .split('\0')
          .some((part) => part.startsWith(program)) &&
        readProc(pid, 'environ').split('\0').includes(`DATA_DIR=${dataDir}`),
    )
    .map(Number);
}

function readProc(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** A port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const found = server.address();
      server.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
}
