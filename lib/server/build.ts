import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a build is made of; a newer file or folder (one that lost a file) in here makes it old. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.mjs',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
  'proxy.ts',
];
const NOT_BUILT = /\.test\.tsx?$/;
const BUILD = '.next/BUILD_ID';

/** True when there is no finished build of the sources as they are. */
export function isBuildStale(): boolean {
  return !existsSync(BUILD) || newest(SOURCES) > statSync(BUILD).mtimeMs;
}

/** Runs `next build`; its output is shown only when it fails. Resolves to whether it succeeded. */
export async function build(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<boolean> {
  // An interrupted build must not look finished.
  rmSync(BUILD, { force: true });
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, NODE_ENV: 'production' },
    signal,
    killSignal: 'SIGTERM',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  child.on('error', () => {});
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0 && !signal.aborted) process.stderr.write(output);
  return code === 0;
}

function newest(places: string[]): number {
  let time = 0;
  for (const place of places) {
    if (!existsSync(place) || NOT_BUILT.test(place)) continue;
    const stat = statSync(place);
    time = Math.max(time, stat.mtimeMs);
    if (stat.isDirectory())
      time = Math.max(time, newest(readdirSync(place).map((name) => path.join(place, name))));
  }
  return time;
}
