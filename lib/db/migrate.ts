import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrationFiles } from './migration-files.ts';

/** Number of the advisory lock that one migrating process holds; the value means nothing. */
const MIGRATION_LOCK = 7_206_914_321;

/** Prisma's own bookkeeping, so `prisma migrate deploy` can take over at any time. */
const BOOKS = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0
)`;

/**
 * Brings the tables of the database at `url` up to the newest migration and answers the names of those it applied. Each runs in one transaction with its entry in the books, so a kill at any moment leaves
 * it applied or not, never half. Two processes at once: one applies, the other waits and finds nothing to do.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(BOOKS);
    const { rows } = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const done = new Set(rows.map((row) => row.migration_name));
    const pending = migrationFiles().filter(({ name }) => !done.has(name));
    for (const { name, sql } of pending) await apply(client, name, sql);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, name: string, sql: string): Promise<void> {
  await client.query('BEGIN');
  await client.query(sql).catch((error: Error) => {
    throw new Error(`Migration ${name} failed and was undone: ${error.message}`, { cause: error });
  });
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), createHash('sha256').update(sql).digest('hex'), name],
  );
  await client.query('COMMIT');
}
