import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  utimesSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type Account = { uid: number; gid: number };

/**
 * A copy of this checkout as a clone would be, with its packages and its build, in a home of mode 700 whose path
 * holds a space. With an account everything but the packages belongs to it.
 */
export function copyCheckout(account?: Account): { home: string; dir: string } {
  const home = mkdtempSync(path.join(tmpdir(), 'vidpipe home-'));
  const dir = path.join(home, 'vidpipe');
  mkdirSync(dir);
  const files = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name && existsSync(path.join(ROOT, name)))) {
    cpSync(path.join(ROOT, file), path.join(dir, file), { preserveTimestamps: true });
  }
  for (const made of ['lib/generated', '.next']) {
    if (existsSync(path.join(ROOT, made)))
      cpSync(path.join(ROOT, made), path.join(dir, made), {
        recursive: true,
        preserveTimestamps: true,
        filter: (source) =>
          !source.includes(`${path.sep}.next${path.sep}dev`) &&
          !source.includes(`${path.sep}.next${path.sep}cache`),
      });
  }
  // Copied folders are new; the build is as new as they are, or every copy would build once more.
  const build = path.join(dir, '.next/BUILD_ID');
  if (existsSync(build)) utimesSync(build, new Date(), new Date());
  if (account) giveTo(home, account);
  const packages = (how: string) => spawnSync('cp', [how, path.join(ROOT, 'node_modules'), dir]).status === 0;
  if (!packages('-al') && !packages('-a')) throw new Error('node_modules could not be copied');
  if (account) lchownSync(dir, account.uid, account.gid);
  chmodSync(home, 0o700);
  return { home, dir };
}

function giveTo(place: string, { uid, gid }: Account): void {
  lchownSync(place, uid, gid);
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const inside = path.join(place, entry.name);
    if (entry.isDirectory()) giveTo(inside, { uid, gid });
    else lchownSync(inside, uid, gid);
  }
}

export type Started = {
  process: ChildProcess;
  /** Everything it has said so far. */
  output: () => string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  /** Resolves when it has said `words`; rejects when it ends without. */
  says: (words: string) => Promise<void>;
};

/** Runs the start of the copy in `dir` as a person would, with only these settings. */
export function startCopy(dir: string, settings: Record<string, string>, account?: Account): Started {
  // The machine's own Node, which may be older than the one npm brought.
  const places = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((place) => !place.includes('node_modules'));
  const env: Record<string, string | undefined> = {
    PATH: places.join(path.delimiter),
    HOME: path.dirname(dir),
    LANG: 'C.UTF-8',
    ...settings,
  };
  const child = spawn('node', ['lib/server/start.mjs'], {
    cwd: dir,
    ...account,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => text.includes(words) && resolve();
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      ended.then((code) => reject(new Error(`It ended with ${code} and said:\n${text}`)));
      look();
    });
  return { process: child, output: () => text, ended, says };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
