import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../db/embedded-postgres.ts';
import { prepareDatabase } from '../db/prepare-database.ts';
import { build, isBuildStale } from './build.ts';
import { claimDataDir } from './data-dir.ts';
import { env } from './env.ts';
import { isFirstRun, seedExample } from './first-run.ts';
import { checkPort, localAddress, refuseExposedHost } from './listening.ts';
import { keepRunning, type ManagedProcess } from './managed-process.ts';
import { StartError } from './start-error.ts';

/** Web and worker finish what they are at within this; with the database's own time it stays under 25 s. */
const DRAIN_WITHIN_MS = 15_000;
/** npm passes a Ctrl-C on that the terminal has already delivered: two so close are one. */
const SAME_PRESS_MS = 500;
/**
 * glibc gives each thread that asks for memory an arena of its own and hands little of them back: what pictures and
 * queries leave behind there was a fifth of what web held (generated requests, two processes: 1,323 MB, with this 1,066).
 */
const WEB_ENV = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX || '2' };

const isDev = process.argv.includes('--dev');
const began = Date.now();
const stopping = new AbortController();
const running: ManagedProcess[] = [];
let database: EmbeddedPostgres | undefined;
let releaseDataDir = () => {};
let stopAskedAt = 0;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, askToStop);
// The start script that handed over to this process is gone.
process.on('disconnect', askToStop);

try {
  await start();
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof StartError ? error.message : error);
    await shutDown(1);
  }
}

async function start(): Promise<void> {
  refuseExposedHost(env.HOST, env.I_UNDERSTAND_NO_LOGIN);
  releaseDataDir = claimDataDir(env.DATA_DIR);
  await checkPort(env.PORT, env.HOST);
  const url = env.DATABASE_URL ?? (await timed('Database ready', startDatabase));
  const applied = await prepareDatabase(url).catch((error: Error) => {
    throw env.DATABASE_URL
      ? new StartError(`The database at DATABASE_URL does not answer as it should: ${error.message}`)
      : error;
  });
  if (applied.length) say(`Database migrated: ${applied.join(', ')}.`);
  const childEnv = {
    ...process.env,
    DATABASE_URL: url,
    DATA_DIR: env.DATA_DIR,
    PORT: String(env.PORT),
    HOST: env.HOST,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: isDev ? ('development' as const) : ('production' as const),
  };
  if (!isDev && isBuildStale()) {
    say('Building…');
    const isBuilt = await timed('Built', () => build(childEnv, stopping.signal));
    if (!isBuilt) throw new StartError('The build failed; what it said stands above.');
  }
  if (stopping.signal.aborted) return;
  const shared = {
    env: childEnv,
    logDir: path.join(env.DATA_DIR, 'logs'),
    isLoud: isDev || ['debug', 'trace'].includes(env.LOG_LEVEL),
    say,
  };
  const web = isDev
    ? ['node_modules/next/dist/bin/next', 'dev', '--hostname', env.HOST, '--port', String(env.PORT)]
    : ['lib/server/web.ts'];
  running.push(keepRunning({ ...shared, env: { ...childEnv, ...WEB_ENV }, name: 'web', args: web }));
  if (await isFirstRun(url)) {
    const isSeeded = await timed('Example manifest in the library', () =>
      seedExample(childEnv, stopping.signal),
    );
    if (!isSeeded && !stopping.signal.aborted)
      say('The example manifest could not be made; the library starts empty.');
  }
  if (stopping.signal.aborted) return;
  running.push(
    keepRunning({ ...shared, name: 'worker', args: [...(isDev ? ['--watch'] : []), 'lib/worker/main.ts'] }),
  );
  const address = localAddress(env.PORT, env.HOST);
  await untilAnswering(address);
  if (stopping.signal.aborted) return;
  if (env.HOST !== '127.0.0.1' && env.I_UNDERSTAND_NO_LOGIN)
    say('Without a login: whoever reaches this address can use everything.');
  say(`Open ${address} (ready after ${seconds(began)})`);
}

async function startDatabase(): Promise<string> {
  database = await startEmbeddedPostgres({ dataDir: env.DATA_DIR });
  watchDatabase(database);
  return database.url;
}

/** The database keeps its port over a restart, so web and worker find it again by themselves. */
async function watchDatabase(server: EmbeddedPostgres): Promise<void> {
  await server.ended;
  if (stopping.signal.aborted) return;
  say('The database ended by itself; starting it again.');
  await sleep(500);
  await startDatabase().catch(async (error: Error) => {
    console.error(error.message);
    await shutDown(1);
  });
}

async function untilAnswering(address: string): Promise<void> {
  while (!stopping.signal.aborted) {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(30_000) }).catch(
      () => null,
    );
    if (response) return;
    await sleep(100);
  }
}

function askToStop(): void {
  const now = Date.now();
  if (stopAskedAt === 0) {
    stopAskedAt = now;
    say('Stopping…');
    shutDown(0);
  } else if (now - stopAskedAt > SAME_PRESS_MS) {
    for (const child of running) child.kill();
  }
}

/** Web and worker first, the database last, then the data folder is free again. */
async function shutDown(code: number): Promise<void> {
  stopping.abort();
  const asked = Date.now();
  await Promise.all(running.map((child) => child.stop(DRAIN_WITHIN_MS)));
  await database?.stop();
  releaseDataDir();
  if (code === 0) say(`Stopped (${seconds(asked)}).`);
  process.exit(code);
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const since = Date.now();
  const result = await run();
  if (result !== false && !stopping.signal.aborted) say(`${what} (${seconds(since)})`);
  return result;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  console.log(line);
}
