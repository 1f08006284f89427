import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { StartError } from '../server/start-error.ts';
import { stopLeftBehindServer } from './left-behind-server.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { type ServerAccount, serverAccount } from './server-account.ts';

export const DATABASE_NAME = 'vidpipe';

/** Recovery after a crash replays the log first; with this much of it something else is wrong. */
const READY_WITHIN_MS = 120_000;
/** What a stop may take before the server is told to drop everything (it recovers at the next start). */
const STOP_WITHIN_MS = 8_000;

/*
 * Runs "$@" and stops it (SIGINT: fast shutdown) when standard input ends. So the server goes when the process
 * that started it is gone in whatever way, and a Ctrl-C of the terminal never reaches it.
 */
const GUARD = `exec 3<&0
"$@" </dev/null 3<&- & server=$!
(while read -r _ <&3; do :; done; kill -INT $server) & watch=$!
exec 3<&-
wait $server; code=$?
kill $watch 2>/dev/null
exit $code`;

export type EmbeddedPostgres = {
  /** Address of the database `vidpipe`, password included. */
  url: string;
  /** Resolves when the server has ended, by `stop` or by itself. */
  ended: Promise<number | null>;
  stop: () => Promise<void>;
};

type Options = {
  /** DATA_DIR: the cluster lies in `postgres/` of it, its port and password in `postgres.json`. */
  dataDir: string;
  /** False only for tests. */
  durable?: boolean;
};

const settingsSchema = z.object({ port: z.number().int(), password: z.string().min(16) });
type Settings = z.infer<typeof settingsSchema>;

/**
 * Starts the PostgreSQL that npm brought, on a port of its own of 127.0.0.1, and creates the database. The caller
 * holds the data folder's lock. A server that an earlier, killed copy left behind is stopped first.
 * @throws StartError when it cannot run here
 */
export async function startEmbeddedPostgres({ dataDir, durable = true }: Options): Promise<EmbeddedPostgres> {
  const cluster = path.join(dataDir, 'postgres');
  const logFile = path.join(dataDir, 'logs', 'postgres.log');
  mkdirSync(path.dirname(logFile), { recursive: true });
  const binaries = postgresBinaries();
  await stopLeftBehindServer(cluster);
  const account = serverAccount(cluster, binaries);
  const kept = readSettings(dataDir);
  const settings: Settings = {
    port: await freePort(kept?.port),
    password: kept?.password ?? randomBytes(24).toString('hex'),
  };
  if (!existsSync(path.join(cluster, 'PG_VERSION')))
    initialise(cluster, binaries, account, settings.password);
  writeSettings(dataDir, settings);

  const server = launch(cluster, binaries, account, settings.port, logFile, durable);
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const url = (database: string) =>
    `postgres://postgres:${settings.password}@127.0.0.1:${settings.port}/${database}`;
  const isUp = await Promise.race([untilReady(url('postgres')), ended.then(() => false)]);
  if (!isUp) throw new StartError(`The embedded PostgreSQL did not start. Its log says why: ${logFile}`);
  await createDatabase(url('postgres'));
  return { url: url(DATABASE_NAME), ended, stop: () => stop(server, cluster, ended) };
}

/** Address of the server a running copy started in `dataDir`; null when none ever did. */
export function embeddedUrl(dataDir: string): string | null {
  const settings = readSettings(dataDir);
  return settings && `postgres://postgres:${settings.password}@127.0.0.1:${settings.port}/${DATABASE_NAME}`;
}

const settingsFile = (dataDir: string) => path.join(dataDir, 'postgres.json');

function readSettings(dataDir: string): Settings | null {
  if (!existsSync(settingsFile(dataDir))) return null;
  return settingsSchema.parse(JSON.parse(readFileSync(settingsFile(dataDir), 'utf8')));
}

function writeSettings(dataDir: string, settings: Settings): void {
  const file = settingsFile(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(settings), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (wanted ? resolve(freePort()) : reject(error)));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Made aside and moved to its place whole, so a start that dies half way leaves nothing that looks finished. */
function initialise(cluster: string, binaries: string, account: ServerAccount, password: string): void {
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    throw new StartError(
      `${cluster} holds files but no database. Move them away, or set DATA_DIR to another folder.`,
    );
  }
  const command = [
    ...account.prefix,
    path.join(binaries, 'initdb'),
    ...['-D', unfinished, '-U', 'postgres', '--auth=scram-sha-256', '--pwfile=/dev/stdin', '--encoding=UTF8'],
    // ICU sorts names as people do, the same everywhere; the character classes behind trigrams come from the system.
    ...[
      '--locale=C',
      `--lc-ctype=${systemLocale()}`,
      '--locale-provider=icu',
      '--icu-locale=und',
      '--data-checksums',
    ],
  ];
  // Through cat: Node's standard input is a socket, which /dev/stdin cannot open.
  const made = spawnSync('sh', ['-c', 'cat | "$@"', 'sh', ...command], {
    input: `${password}\n`,
    uid: account.uid,
    gid: account.gid,
    encoding: 'utf8',
  });
  if (made.status !== 0)
    throw new StartError(`The database could not be created: ${made.stderr.trim() || made.error?.message}`);
  renameSync(unfinished, cluster);
}

function systemLocale(): string {
  const known = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '';
  const wanted = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'];
  return wanted.find((name) => known.split('\n').includes(name)) ?? 'C';
}

function launch(
  cluster: string,
  binaries: string,
  account: ServerAccount,
  port: number,
  logFile: string,
  durable: boolean,
): ChildProcess {
  const options = {
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: an odd or missing /tmp would stop the start.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 }),
  };
  const settings = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [...account.prefix, path.join(binaries, 'postgres'), '-D', cluster, ...settings];
  const log = openSync(logFile, 'a');
  return spawn('sh', ['-c', GUARD, 'sh', ...command], {
    stdio: ['pipe', log, log],
    detached: true,
    uid: account.uid,
    gid: account.gid,
    cwd: path.dirname(cluster),
  });
}

async function untilReady(url: string): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(40);
    }
  }
  return false;
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}

async function stop(server: ChildProcess, cluster: string, ended: Promise<unknown>): Promise<void> {
  server.stdin?.end();
  const timer = setTimeout(() => {
    const pid = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (pid > 0) process.kill(pid, 'SIGQUIT');
  }, STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
