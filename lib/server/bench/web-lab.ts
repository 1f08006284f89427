import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, isBuildStale } from '../build.ts';
import { findPids, freePort } from './instance.ts';
import { openWorkerLab } from './worker-lab.ts';

const READY_WITHIN_MS = 60_000;

export type WebLab = {
  address: string;
  dataDir: string;
  databaseUrl: string;
  /** The processes that answer. */
  pids: () => number[];
  close: () => Promise<void>;
};

/** The built web alone, with `processes` processes, on an empty database; no worker takes what is enqueued. */
export async function openWebLab(processes: number): Promise<WebLab> {
  const lab = await openWorkerLab();
  const { dataDir, databaseUrl } = lab;
  try {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      NODE_ENV: 'production' as const,
      NEXT_TELEMETRY_DISABLED: '1',
      LOG_LEVEL: 'info',
      WEB_PROCESSES: String(processes),
      VIDPIPE_BENCH_FLOOR: '1',
    };
    if (isBuildStale() && !(await build(env, new AbortController().signal)))
      throw new Error('The build failed.');
    const web = spawn(process.execPath, ['lib/server/web.ts'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = new Promise<void>((resolve) => web.once('exit', () => resolve()));
    const close = async () => {
      web.kill('SIGTERM');
      await ended;
      await lab.close();
    };
    const isUp = () =>
      fetch(`${address}/api/health`)
        .then((response) => response.ok)
        .catch(() => false);
    const pids = () => findPids(dataDir, 'web');
    for (const end = Date.now() + READY_WITHIN_MS; !(await isUp()) || pids().length < processes; ) {
      if (Date.now() > end || web.exitCode !== null) {
        await close();
        throw new Error('Web did not start.');
      }
      await sleep(100);
    }
    return { address, dataDir, databaseUrl, pids, close };
  } catch (error) {
    await lab.close();
    throw error;
  }
}
