import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Runs a TypeScript file of this project: here, or under the Node.js 24 that npm brought where this one is older. */
export async function onNode24(file, args = []) {
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    await import(path.resolve(file));
    return;
  }
  const node = path.resolve('node_modules/.bin/node');
  if (!existsSync(node)) {
    console.error(
      `vidpipe needs Node.js 24 and this is ${process.versions.node}. Install it, or run npm install once more with install scripts allowed.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [file, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
