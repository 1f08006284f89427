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
  /** Process id of its web or worker process; null while there is none. Linux only. */
  pidOf: (role: 'web' | 'worker') => number | null;
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
    // Next renames its process.
    pidOf: (role) => findPid(dataDir, role === 'web' ? 'next-server' : 'lib/worker/main.ts'),
    stop,
  };
}

/** Most memory a process has had at once, in MB; null when it is gone. */
export const peakMemory = (pid: number | null): number | null => memory(pid, /VmHWM:\s+(\d+)/);

/** Memory of a process now, in MB; null when it is gone. */
export const currentMemory = (pid: number | null): number | null => memory(pid, /VmRSS:\s+(\d+)/);

function memory(pid: number | null, line: RegExp): number | null {
  const kB = pid && line.exec(readProc(pid, 'status'))?.[1];
  return kB ? Math.round(Number(kB) / 1024) : null;
}

function findPid(dataDir: string, program: string): number | null {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const own = pids.find(
    (pid) =>
      readProc(pid, 'cmdline')
        .split('\0')
        .some((part) => part.startsWith(program)) &&
      readProc(pid, 'environ').split('\0').includes(`DATA_DIR=${dataDir}`),
  );
  return own ? Number(own) : null;
}

function readProc(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const found = server.address();
      server.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
}
