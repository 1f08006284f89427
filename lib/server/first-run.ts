import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';

const SEED = 'lib/db/seed-cli.ts';

/** True when the library never held a manifest. */
export async function isFirstRun(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ any: boolean }>('SELECT EXISTS (SELECT 1 FROM manifests) AS any');
    return !rows[0]?.any;
  } finally {
    await client.end();
  }
}

/** Puts the example into the library, in a process of its own. Resolves to whether it is there. */
export async function seedExample(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<boolean> {
  const child = spawn(process.execPath, [SEED], { stdio: ['ignore', 'ignore', 'inherit'], env, signal });
  child.on('error', () => {});
  const [code] = await once(child, 'close');
  return code === 0;
}
