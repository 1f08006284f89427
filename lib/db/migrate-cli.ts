import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runScript } from '../server/run-script.ts';
import { ensureDatabase } from './ensure-database.ts';
import { MIGRATIONS_DIR } from './migration-files.ts';
import { prepareDatabase } from './prepare-database.ts';
import { schemaDifference } from './schema-difference.ts';

await runScript(async () => {
  const { values } = parseArgs({ options: { draft: { type: 'string' } } });
  const { url, stop } = await ensureDatabase();
  try {
    const applied = await prepareDatabase(url);
    console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
    if (values.draft) draft(values.draft, await schemaDifference(url));
  } finally {
    await stop();
  }
});

/** Writes what leads from the migrations to prisma/schema.prisma as a new migration, to be read and extended. */
function draft(name: string, sql: string): void {
  if (!sql) {
    console.log('prisma/schema.prisma needs no migration.');
    return;
  }
  const stamp = new Date()
    .toISOString()
    .replaceAll(/[^0-9]/g, '')
    .slice(0, 14);
  const dir = path.join(MIGRATIONS_DIR, `${stamp}_${name.replaceAll(/[^a-z0-9]+/g, '_')}`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'migration.sql'), `${sql}\n`);
  console.log(
    `Drafted ${path.join(path.relative('.', dir), 'migration.sql')}. Read it, then run npm run db:migrate.`,
  );
}
