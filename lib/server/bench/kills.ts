import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { tempFolder } from '../../blobs/disk-store.ts';
import { WORKER_APPLICATION } from '../../jobs/worker-name.ts';
import { seededRandom } from '../../media/seeded-random.ts';
import {
  endBackoff,
  expireHeartbeats,
  framesHash,
  readJournal,
  startJournal,
} from '../../worker/testing-kills.ts';
import { openWorkerLab, untilComplete } from './worker-lab.ts';

const KILLS = '50';
const SEED = '20261121';
const FILMS = 6;
/** Keyframes and clips of a film of two shots. */
const STEPS = 6;
/** The longest life of a worker from its first connection to its queue, ms: its end is before its first job or amid its work. */
const LONGEST_LIFE_MS = 6_000;
/** A busy machine takes seconds to start one. */
const START_WITHIN_MS = 60_000;

/**
 * `npm run bench -- kills [--kills 50] [--seed 20261121]`: a worker that is killed at random moments of short real
 * films, with a new one each time. Every film must be frame for frame the one of a worker that was left alone, and
 * nothing that was finished may be made again: the database keeps a journal of it.
 */
export async function benchKills(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { kills: { type: 'string', default: KILLS }, seed: { type: 'string', default: SEED } },
  });
  const [kills, seed] = [Number(values.kills), Number(values.seed)];
  const began = Date.now();
  const lab = await openWorkerLab();
  const client = new pg.Client({ connectionString: lab.databaseUrl });
  await client.connect();
  try {
    const { generate, getProject } = await import('../../projects/project-service.ts');
    const { blobStore } = await import('../../blobs/store-instance.ts');
    const { generateSchema } = await import('../../schemas/project.ts');
    const start = async () => {
      const input = {
        prompt: 'Rain. Sun.',
        aspect_ratio: '1:1',
        clip_duration: 2,
        total_duration: 4,
        seed: 3,
      };
      return (await generate(generateSchema.parse(input))).project_id;
    };
    const framesOf = async (id: string) =>
      framesHash(await blobStore().localPath((await getProject(id)).film_hash ?? ''));

    const calmWorker = lab.start(2);
    const calm = await start();
    await untilComplete(calm);
    await lab.end(calmWorker, 'SIGTERM');
    const expected = await framesOf(calm);

    await startJournal(client);
    const random = seededRandom(seed);
    const films: string[] = [];
    let open: string[] = [];
    let hits = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const states = await Promise.all(open.map(async (id) => (await getProject(id)).status));
      open = open.filter((_, i) => states[i] !== 'complete');
      while (open.length < FILMS) {
        const id = await start();
        open.push(id);
        films.push(id);
      }
      const worker = lab.start(2);
      await untilConnected(client);
      await sleep(random() * LONGEST_LIFE_MS);
      await lab.end(worker, 'SIGKILL');
      // Time that nobody has to wait for: a silent worker counts as dead, and what failed is tried again.
      if ((await expireHeartbeats(client)) > 0) hits += 1;
      await endBackoff(client);
    }
    const last = lab.start(2);
    const unfinished: string[] = [];
    for (const id of films)
      await untilComplete(id).catch((error: Error) => unfinished.push(`${id}: ${error.message}`));
    const whole = films.filter((id) => !unfinished.some((line) => line.startsWith(id)));
    const hashes = await Promise.all(whole.map(framesOf));
    const journal = await readJournal(client);
    const { rows } = await client.query(`
      SELECT max(retry_count)::int AS most, count(*) FILTER (WHERE retry_count > 1)::int AS alone FROM pgboss.job`);
    await lab.end(last, 'SIGTERM');
    const left = await readdir(tempFolder(path.join(lab.dataDir, 'blobs')));
    const other = hashes.filter((hash) => hash !== expected).length;
    const twice = journal.undone + journal.steps - whole.length * STEPS + journal.films - whole.length;
    const minutes = ((Date.now() - began) / 60_000).toFixed(1);
    console.log(`${kills} kills (seed ${seed}), ${films.length} films, ${minutes} min`);
    console.log(`kills that hit jobs at work: ${hits}; jobs given out again: at most ${rows[0].most} times,`);
    console.log(`  ${rows[0].alone} more than once, which had a process of their own`);
    console.log(`films not complete: ${unfinished.length} (target 0) ${unfinished.join('; ')}`);
    console.log(`films with other frames than the undisturbed one: ${other} (target 0)`);
    console.log(`finished steps and films made or touched again: ${twice} (target 0)`);
    console.log(`claims for one step: ${(journal.claims / (films.length * STEPS)).toFixed(2)}`);
    console.log(`unfinished files left behind: ${left.length} (target 0)`);
    if (unfinished.length + other + Math.abs(twice) + left.length > 0) process.exitCode = 1;
  } finally {
    await client.end();
    await lab.close();
  }
}

/** Waits until a worker is at its queues. @throws Error after a minute */
async function untilConnected(client: pg.Client): Promise<void> {
  for (const end = Date.now() + START_WITHIN_MS; Date.now() < end; await sleep(20)) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_stat_activity WHERE application_name = $1', [
      WORKER_APPLICATION,
    ]);
    if (rowCount) return;
  }
  throw new Error('The worker did not start within a minute.');
}
