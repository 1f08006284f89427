import path from 'node:path';
import { env } from './env.ts';
import { refuseExposedHost } from './listening.ts';
import { StartError } from './start-error.ts';

/* Web alone (`npm run web`), with the same settings and the same refusal as the whole program. */
try {
  refuseExposedHost(env.HOST, env.I_UNDERSTAND_NO_LOGIN);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const next = path.resolve('node_modules/next/dist/bin/next');
process.argv = [process.execPath, next, 'start', '--hostname', env.HOST, '--port', String(env.PORT)];
await import(next);
