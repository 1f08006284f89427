import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { tempFolder } from '../../blobs/disk-store.ts';
import { seededRandom } from '../../media/seeded-random.ts';
import { expireHeartbeats, framesHash, readJournal, startJournal } from '../../worker/testing-kills.ts';
import { openWorkerLab, untilComplete } from './worker-lab.ts';

const KILLS = 50;
const SEED = 20_261_121;
const FILMS = 6;
/** Milliseconds from the start of a worker to its end: from before it takes its first job to amid its work. */
const LIVES = { from: 800, to: 7_000 };

/**
 * `npm run bench -- kills`: a worker that is killed fifty times at random moments of short real films, with a new one
 * each time. Every film must be frame for frame the one of a worker that was left alone, and nothing that was finished
 * may be made again.
 */
export async function benchKills(): Promise<void> {
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
    const random = seededRandom(SEED);
    const films: string[] = [];
    let open: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const states = await Promise.all(open.map(async (id) => (await getProject(id)).status));
      open = open.filter((_, i) => states[i] !== 'complete');
      while (open.length < FILMS) {
        const id = await start();
        open.push(id);
        films.push(id);
      }
      const worker = lab.start(2);
      await sleep(LIVES.from + random() * (LIVES.to - LIVES.from));
      await lab.end(worker, 'SIGKILL');
      // Time that nobody has to wait for: after it a silent worker counts as dead.
      await expireHeartbeats(client);
    }
    const last = lab.start(2);
    for (const id of films) await untilComplete(id);
    const hashes = await Promise.all(films.map(framesOf));
    const { claims, undone } = await readJournal(client);
    await lab.end(last, 'SIGTERM');
    const left = await readdir(tempFolder(path.join(lab.dataDir, 'blobs')));
    const other = hashes.filter((hash) => hash !== expected).length;
    console.log(`${KILLS} kills (seed ${SEED}), ${films.length} films, ${films.length * 6} steps`);
    console.log(`films with other frames than the undisturbed one: ${other} (target 0)`);
    console.log(
      `finished steps made again: ${undone} (target 0); claims for one step ${(claims / (films.length * 6)).toFixed(2)}`,
    );
    console.log(`unfinished files left behind: ${left.length} (target 0)`);
    if (other + undone + left.length > 0) process.exitCode = 1;
  } finally {
    await client.end();
    await lab.close();
  }
}
