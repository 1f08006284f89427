import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PRISMA_DIR = path.resolve(import.meta.dirname, '../../prisma');
export const MIGRATIONS_DIR = path.join(PRISMA_DIR, 'migrations');

/** Every migration in its order of application. */
export function migrationFiles(): { name: string; sql: string }[] {
  return readdirSync(MIGRATIONS_DIR, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8') }));
}

/** The data model as Prisma's schema engine takes it. */
export function dataModel(): { path: string; content: string } {
  return { path: 'schema.prisma', content: readFileSync(path.join(PRISMA_DIR, 'schema.prisma'), 'utf8') };
}
