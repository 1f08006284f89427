import http from 'node:http';
import path from 'node:path';
import { env } from './env.ts';
import { stopOnSignal } from './graceful-stop.ts';
import { type CreateServerArgs, guardedServer } from './guarded-server.ts';
import { isLoopback, refuseExposedHost } from './listening.ts';
import { StartError } from './start-error.ts';

/* The web process: of the whole program, and alone (`npm run web`) with the same settings and the same refusal. */
try {
  refuseExposedHost(env.HOST, env.I_UNDERSTAND_NO_LOGIN);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const edge = { host: env.HOST, trustProxy: env.TRUST_PROXY === '1' };
// Before Next is loaded: it makes its server by this name, and leaves the signals to whoever says so.
Object.assign(http, {
  createServer: (...given: CreateServerArgs) => {
    const server = guardedServer(edge, ...given);
    stopOnSignal(server, { isBehindProxy: edge.trustProxy || !isLoopback(env.HOST) });
    return server;
  },
});
process.env.NEXT_MANUAL_SIG_HANDLE = '1';
const next = path.resolve('node_modules/next/dist/bin/next');
process.argv = [process.execPath, next, 'start', '--hostname', env.HOST, '--port', String(env.PORT)];
await import(next);
