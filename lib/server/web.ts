import http from 'node:http';
import path from 'node:path';
import { env } from './env.ts';
import { guardedServer } from './guarded-server.ts';
import { refuseExposedHost } from './listening.ts';
import { StartError } from './start-error.ts';

/* The web process: of the whole program, and alone (`npm run web`) with the same settings and the same refusal. */
try {
  refuseExposedHost(env.HOST, env.I_UNDERSTAND_NO_LOGIN);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
// Before Next is loaded: it makes its server by this name.
Object.assign(http, { createServer: guardedServer });
const next = path.resolve('node_modules/next/dist/bin/next');
process.argv = [process.execPath, next, 'start', '--hostname', env.HOST, '--port', String(env.PORT)];
await import(next);
