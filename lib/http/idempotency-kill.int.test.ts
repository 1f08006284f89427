import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { db } from '../db/prisma.ts';
import { stopSender } from '../jobs/boss.ts';
import { seededRandom } from '../media/seeded-random.ts';
import { call } from './testing.ts';
import { keyedRequest, keyedRoute } from './testing-keyed-process.ts';

const PROGRAM = path.join(import.meta.dirname, 'testing-keyed-process.ts');
const KILLS = 16;
/** About as long as such a process needs from its first word to its answer. */
const SPAN_MS = 400;

afterAll(stopSender);

/** Kills a process so many ms after it began; answers whether it had answered by then. */
async function killAfter(key: string, ms: number): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, key], {
    env: { ...process.env, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  await once(child.stdout, 'data');
  await sleep(ms);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return said.includes('answered');
}

it('however a process is killed, a retry with the same key ends in one film and one first job', {
  timeout: 180_000,
}, async () => {
  const random = seededRandom(7);
  let unanswered = 0;
  for (let i = 0; i < KILLS; i++) {
    const key = `kill-${i}`;
    if (!(await killAfter(key, random() * SPAN_MS))) unanswered += 1;
    const ask = () => call(keyedRoute, keyedRequest(key));
    // The dead process's connection may be noticed a moment later.
    await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(200);
    const again = await ask();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const films = await db().project.findMany({ where: { prompt: keyedRequest(key).body.prompt } });
    expect(films.map((f) => f.id)).toEqual([(again.body as { project_id: string }).project_id]);
  }
  expect(unanswered, 'some kills hit before the answer').toBeGreaterThan(KILLS / 4);
  const [{ n } = { n: 0 }] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'run-project'`;
  expect(n).toBe(KILLS);
});
