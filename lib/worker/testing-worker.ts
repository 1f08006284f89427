import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { stopListening } from '../db/events.ts';
import { resetDatabase } from '../db/testing.ts';
import { stopSender } from '../jobs/boss.ts';
import { getProject } from '../projects/project-service.ts';
import type { ProjectDetail } from '../schemas/project.ts';
import { type RunningWorker, startWorker } from './start-worker.ts';
import { registerTestEngine } from './testing-engine.ts';

/**
 * A worker of this process for a test file, with an engine whose pictures cost nothing; before each test the database
 * is empty and the engine as new. To be called once, at the top of the file.
 */
export function withTestWorker(): ReturnType<typeof registerTestEngine> {
  const engine = registerTestEngine();
  let worker: RunningWorker;
  beforeAll(async () => {
    worker = await startWorker({ concurrency: 2 });
  });
  beforeEach(async () => {
    await resetDatabase();
    engine.made.length = 0;
    engine.clipMs = 0;
    engine.fails = () => false;
  });
  afterAll(async () => {
    await worker.stop();
    await Promise.all([stopSender(), stopListening()]);
  });
  return engine;
}

/** The film as it is once it has that status. */
export async function untilStatus(id: string, status: string, timeout: number): Promise<ProjectDetail> {
  await expect.poll(async () => (await getProject(id)).status, { timeout, interval: 50 }).toBe(status);
  return getProject(id);
}
