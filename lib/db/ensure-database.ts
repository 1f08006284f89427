import { claimDataDir, isDataDirInUse } from '../server/data-dir.ts';
import { env } from '../server/env.ts';
import { embeddedUrl, startEmbeddedPostgres } from './embedded-postgres.ts';

/**
 * The database for a script: DATABASE_URL, else the embedded one of a copy that runs on DATA_DIR, else the embedded
 * one started for the script. Sets DATABASE_URL for what is imported later. `stop` ends what was started here.
 */
export async function ensureDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: async () => {} };
  const running = isDataDirInUse(env.DATA_DIR) ? embeddedUrl(env.DATA_DIR) : null;
  if (running) {
    process.env.DATABASE_URL = running;
    return { url: running, stop: async () => {} };
  }
  const release = claimDataDir(env.DATA_DIR);
  const server = await startEmbeddedPostgres({ dataDir: env.DATA_DIR });
  process.env.DATABASE_URL = server.url;
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      release();
    },
  };
}
