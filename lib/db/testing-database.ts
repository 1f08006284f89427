import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { TEMPLATE, withDatabase } from './testing-server.ts';

// Vitest set-up file: a database and a data folder of its own for each test file, before any module reads them.
const name = `test_${randomBytes(8).toString('hex')}`;
const dataDir = mkdtempSync(path.join(tmpdir(), 'vidpipe-test-data-'));
await admin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
process.env.DATABASE_URL = withDatabase(inject('adminUrl'), name);
process.env.DATA_DIR = dataDir;

afterAll(async () => {
  const { disconnect } = await import('./prisma.ts');
  await disconnect();
  await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  rmSync(dataDir, { recursive: true, force: true });
});

/** Two files may copy the template at the same moment, which PostgreSQL refuses: the lock makes them wait. */
async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}
