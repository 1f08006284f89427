import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { DEAD_LETTER_QUEUE, QUEUE_NAMES, QUEUE_OPTIONS } from './queues.ts';

/** Number of the advisory lock that one installing process holds; the value means nothing. */
const INSTALL_LOCK = 7_206_914_322;

/**
 * Brings the queue's own schema (`pgboss`) up to date and creates or updates every queue. Safe to call from several
 * processes at once and again at every start.
 */
export async function installQueues(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [INSTALL_LOCK]);
    await install(databaseUrl);
  } finally {
    await client.end();
  }
}

async function install(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  boss.on('error', () => {});
  try {
    await boss.start();
    await create(boss, DEAD_LETTER_QUEUE, { ...QUEUE_OPTIONS, retryLimit: 20 });
    for (const name of QUEUE_NAMES)
      await create(boss, name, { ...QUEUE_OPTIONS, deadLetter: DEAD_LETTER_QUEUE });
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function create(boss: PgBoss, name: string, options: object): Promise<void> {
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
}
