import { env } from '../server/env.ts';

/** Where the database is. Read late: tests and the supervisor set it after other modules were loaded. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL || env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: start with npm start, or set it.');
  return url;
}
