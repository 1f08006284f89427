import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../db/embedded-postgres.ts';
import { prepareDatabase } from '../../db/prepare-database.ts';

const MAIN = path.join(import.meta.dirname, '../../worker/main.ts');

export type WorkerLab = {
  dataDir: string;
  databaseUrl: string;
  /** One more worker process. */
  start: (concurrency: number) => ChildProcess;
  /** Ends a worker and waits until it is gone. */
  end: (worker: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  close: () => Promise<void>;
};

/**
 * An empty database and data folder for worker processes, without web. Points this process at them too, so what reads
 * the settings must be imported afterwards.
 */
export async function openWorkerLab(): Promise<WorkerLab> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vidpipe-bench-'));
  const server = await startEmbeddedPostgres({ dataDir });
  await prepareDatabase(server.url);
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: server.url, LOG_LEVEL: 'silent' });
  const { installQueues } = await import('../../jobs/install.ts');
  await installQueues(server.url);
  const workers = new Set<ChildProcess>();
  const end: WorkerLab['end'] = async (worker, signal) => {
    workers.delete(worker);
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    worker.kill(signal);
    await gone;
  };
  return {
    dataDir,
    databaseUrl: server.url,
    start(concurrency) {
      const env = { ...process.env, WORKER_CONCURRENCY: String(concurrency) };
      const worker = spawn(process.execPath, [MAIN], { env, stdio: 'inherit' });
      workers.add(worker);
      return worker;
    },
    end,
    async close() {
      for (const worker of [...workers]) await end(worker, 'SIGKILL');
      const [{ stopSender }, { disconnect }] = await Promise.all([
        import('../../jobs/boss.ts'),
        import('../../db/prisma.ts'),
      ]);
      await Promise.all([stopSender(), disconnect()]);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until a film is complete. @throws Error when it ends otherwise or takes longer than ten minutes */
export async function untilComplete(id: string): Promise<void> {
  const { getProjectStatus } = await import('../../projects/project-service.ts');
  for (const end = Date.now() + 600_000; Date.now() < end; await sleep(50)) {
    const { status, error_message } = await getProjectStatus(id);
    if (status === 'complete') return;
    if (['failed', 'partial', 'cancelled'].includes(status)) throw new Error(`${status}: ${error_message}`);
  }
  throw new Error('The film took longer than ten minutes.');
}
