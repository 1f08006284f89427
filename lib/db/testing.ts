import { db } from './prisma.ts';

/*
 * How to write a test against the real database: name the file `x.int.test.ts` beside `x.ts` and import as usual.
 * Each file has an empty, migrated database and an empty DATA_DIR of its own (set before your imports run), so
 * files never meet; tests inside a file share them.
 *
 *   import { beforeEach, expect, test } from 'vitest';
 *   import { resetDatabase } from '#lib/db/testing.ts';
 *   beforeEach(resetDatabase);
 *
 * Run one: npx vitest run --project int lib/manifests/tags.int.test.ts
 */

/** Empties every table, the queue's included, and keeps the schema. */
export async function resetDatabase(): Promise<void> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations')
       OR (schemaname = 'pgboss' AND tablename IN ('job', 'schedule', 'subscription'))`;
  await db().$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
}
