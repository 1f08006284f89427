import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Statement } from '../../db/recorded-statements.ts';
import { freePort } from './instance.ts';

export type BareSubject = {
  /** What the route sends. */
  statements: Statement[];
  isWrite: boolean;
  /** The first is in the statements; each repetition takes the next one in its place. */
  rotate?: string[];
  /** Streamed after the statements. */
  file?: string;
};

export type BareSetup = {
  port: number;
  processes: number;
  databaseUrl: string;
  /** Connections of each process. */
  pool: number;
  /** By path. */
  subjects: Record<string, BareSubject>;
};

/** Servers that repeat recorded statements by `pg` behind a bare `node:http`, and answer the rows as they come. */
export async function startBareServers(
  setup: Omit<BareSetup, 'port'>,
  folder: string,
): Promise<{ address: string; close: () => void }> {
  const port = await freePort();
  const file = path.join(folder, 'bare-servers.json');
  writeFileSync(file, JSON.stringify({ ...setup, port } satisfies BareSetup));
  const child = fork(path.join(import.meta.dirname, 'bare-server.ts'), {
    env: { ...process.env, BARE_SETUP: file },
  });
  const address = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(address)
      .then(() => true)
      .catch(() => false);
  for (let i = 0; i < 200 && !(await isUp()); i += 1) await sleep(100);
  return { address, close: () => child.disconnect() };
}
