import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { prepareDatabase } from './prepare-database.ts';

export const TEMPLATE = 'vidpipe_template';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server's own database; the databases of the files lie beside it. */
    adminUrl: string;
  }
}

/** Vitest global set-up: one PostgreSQL for the run, migrated once into a template that every test file copies. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vidpipe-test-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await prepareDatabase(withDatabase(server.url, TEMPLATE));
  project.provide('adminUrl', server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
