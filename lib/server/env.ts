import { existsSync } from 'node:fs';
import { parseEnv } from './env-schema.ts';

// Next reads .env by itself; worker and scripts get the same here. What the environment holds already wins.
if (!process.env.VITEST && existsSync('.env')) process.loadEnvFile('.env');

const result = parseEnv(process.env);
if ('problems' in result) {
  for (const problem of result.problems) console.error(problem);
  process.exit(1);
}

/** The settings of this process. A wrong value has stopped it by now with a line that names it. */
export const env = result.env;
