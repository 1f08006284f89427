import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freePort } from './bench/instance.ts';
import { processStart } from './process-identity.ts';

let dir: string;
let address: string;
let primary: ChildProcess;
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 100 });
const here = (file: string) => JSON.stringify(path.join(import.meta.dirname, file));

/** Answers its process id; under /slot only after a while in one of the shared slots, which it writes down. */
const program = (port: number) => `
  import cluster from 'node:cluster';
  import http from 'node:http';
  import { appendFileSync } from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  import { keepWebProcesses } from ${here('web-processes.ts')};
  import { inSharedSlot } from ${here('shared-slots.ts')};
  const note = (sign) => appendFileSync(${JSON.stringify(path.join(dir, 'slots'))}, sign + process.pid + '\\n');
  if (cluster.isPrimary) keepWebProcesses(2, { SHARE: '5' });
  else {
    process.on('SIGTERM', () => process.exit(0));
    http.createServer(async (request, response) => {
      if (request.url === '/slot') await inSharedSlot(async () => { note('+'); await sleep(100); note('-'); });
      response.end(process.pid + ' ' + process.env.SHARE);
    }).listen(${port}, '127.0.0.1');
  }`;

/** A connection that is given to a process in the moment of its death is never answered: the next one is. */
async function ask(url = '/'): Promise<string[]> {
  const signal = AbortSignal.timeout(5_000);
  const response = await fetch(address + url, { signal, headers: { connection: 'close' } });
  return (await response.text()).split(' ');
}
/** The processes that answer now. */
async function pids(): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask()));
  return [...new Set(answers.map(([pid]) => Number(pid)))].sort();
}

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'vidpipe-web-'));
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  const file = path.join(dir, 'program.mjs');
  writeFileSync(file, program(port));
  primary = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'ignore'] });
  await until(async () => expect(await pids()).toHaveLength(2));
}, 60_000);
afterEach(() => {
  primary.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

test('one that dies is started again, and all end when told to', { timeout: 60_000 }, async () => {
  const [first = 0, second = 0] = await pids();
  expect((await ask())[1]).toBe('5');
  process.kill(first, 'SIGKILL');
  await until(async () => {
    const now = await pids();
    expect(now).toHaveLength(2);
    expect(now).not.toContain(first);
    expect(now).toContain(second);
  });
  const left = await pids();
  const ended = once(primary, 'exit');
  primary.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  for (const pid of left) expect(processStart(pid)).toBe('');
});

test('all together have two slots, and one that dies gives its own back', { timeout: 60_000 }, async () => {
  const slots = path.join(dir, 'slots');
  const asked = Array.from({ length: 8 }, () => ask('/slot').catch(() => ['died']));
  await until(() => expect(existsSync(slots)).toBe(true));
  const holder = Number(readFileSync(slots, 'utf8').split('\n')[0]?.slice(1));
  process.kill(holder, 'SIGKILL');
  const answers = await Promise.all(asked);
  expect(answers.some(([pid]) => pid !== 'died')).toBe(true);
  await until(async () => expect(await pids()).toHaveLength(2));
  rmSync(slots);
  const pidsOfAll = (await Promise.all(Array.from({ length: 8 }, () => ask('/slot')))).map(([pid]) => pid);
  expect(new Set(pidsOfAll).size).toBe(2);
  let [held, most] = [0, 0];
  for (const line of readFileSync(slots, 'utf8').trim().split('\n')) {
    held += line.startsWith('+') ? 1 : -1;
    most = Math.max(most, held);
  }
  expect(most).toBe(2);
});
