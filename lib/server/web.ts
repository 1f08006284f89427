import cluster from 'node:cluster';
import http from 'node:http';
import path from 'node:path';
import { DatabaseState } from '../db/database-state.ts';
import { KeptAnswers, setKeptAnswers } from '../http/kept-answers.ts';
import { env } from './env.ts';
import { stopOnSignal } from './graceful-stop.ts';
import { type CreateServerArgs, guardedServer } from './guarded-server.ts';
import { isLoopback, refuseExposedHost } from './listening.ts';
import { StartError } from './start-error.ts';
import { keepWebProcesses } from './web-processes.ts';

/** Fewer cannot do a transaction and a look beside it. */
const LEAST_POOL = 2;

/* The web process: of the whole program, and alone (`npm run web`) with the same settings and the same refusal. */
try {
  refuseExposedHost(env.HOST, env.I_UNDERSTAND_NO_LOGIN);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
if (cluster.isPrimary && env.WEB_PROCESSES > 1) {
  // DATABASE_POOL is what web takes of the database's connections, however many processes share it.
  const pool = Math.max(LEAST_POOL, Math.ceil(env.DATABASE_POOL / env.WEB_PROCESSES));
  keepWebProcesses(env.WEB_PROCESSES, { DATABASE_POOL: String(pool) });
} else await serve();

async function serve(): Promise<void> {
  const state = new DatabaseState();
  setKeptAnswers(new KeptAnswers(() => state.read()));
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
}
