import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../server/start-error.ts';

/** How a PostgreSQL program is run: `prefix` goes before its command, `uid` and `gid` are given to spawn. */
export type ServerAccount = { prefix: string[]; uid?: number; gid?: number };

/*
 * PostgreSQL refuses uid 0. In a user namespace the files of root belong to uid 1000, so no other account is
 * needed and the clone may lie where no other account could enter.
 */
const NAMESPACE = ['unshare', '-U', '--map-user=1000', '--map-group=1000'];

/**
 * The account that PostgreSQL runs under for the data folder `dir` (which may not exist yet).
 * An ordinary user: itself. Root: the owner of an existing folder, or a user namespace, or the user `postgres`.
 * @throws StartError when root has none of these
 */
export function serverAccount(dir: string, binaries: string): ServerAccount {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const program = path.join(binaries, 'postgres');
  const owner = existsSync(dir) ? statSync(dir) : null;
  if (owner && owner.uid !== 0 && canRun(program, owner))
    return { prefix: [], uid: owner.uid, gid: owner.gid };
  if (spawnSync(NAMESPACE[0] ?? '', [...NAMESPACE.slice(1), program, '--version']).status === 0) {
    if (owner && owner.uid !== 0) chownTree(dir, 0, 0);
    return { prefix: NAMESPACE };
  }
  const user = postgresUser();
  if (user && canRun(program, user)) {
    if (owner) chownTree(dir, user.uid, user.gid);
    else chownSync(path.dirname(dir), user.uid, user.gid);
    return { prefix: [], ...user };
  }
  throw new StartError(
    'PostgreSQL does not run as root, and this system allows neither a user namespace nor a user "postgres" that can read this folder. Start vidpipe as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

function canRun(program: string, { uid, gid }: { uid: number; gid: number }): boolean {
  return spawnSync(program, ['--version'], { uid, gid, cwd: '/' }).status === 0;
}

function postgresUser(): { uid: number; gid: number } | null {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    if (made.status !== 0) return null;
    return { uid: id('-u'), gid: id('-g') };
  }
}

function chownTree(dir: string, uid: number, gid: number): void {
  execFileSync('chown', ['-R', `${uid}:${gid}`, dir]);
}
