import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepRunning } from './managed-process.ts';
import { processStart } from './process-identity.ts';

let dir: string;
const starts = () =>
  existsSync(path.join(dir, 'starts'))
    ? readFileSync(path.join(dir, 'starts'), 'utf8').trim().split('\n')
    : [];
const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 50 });

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'vidpipe-managed-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A program that writes its number down and lives until it is told to end, or refuses to. */
function program(onTerm: string): string {
  const file = path.join(dir, 'program.mjs');
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs';
     process.on('SIGTERM', () => { ${onTerm} });
     appendFileSync(${JSON.stringify(path.join(dir, 'starts'))}, process.pid + '\\n');
     console.log('hello from ' + process.pid);
     setInterval(() => {}, 1000);`,
  );
  return file;
}

function keep(file: string, lines: string[] = []) {
  return keepRunning({
    name: 'program',
    args: [file],
    env: process.env,
    logDir: dir,
    isLoud: false,
    say: (line) => lines.push(line),
  });
}

test('what ends by itself is started again, and said', { timeout: 30_000 }, async () => {
  const lines: string[] = [];
  const managed = keep(program('process.exit(0)'), lines);
  await until(() => expect(starts()).toHaveLength(1));
  process.kill(Number(starts()[0]), 'SIGKILL');
  await until(() => expect(starts()).toHaveLength(2));
  expect(lines[0]).toContain('program ended (SIGKILL); starting it again');
  await managed.stop(10_000);
  expect(processStart(Number(starts()[1]))).toBe('');
});

test('what was told to end is not started again, and its output is in the log', {
  timeout: 30_000,
}, async () => {
  const managed = keep(program('process.exit(0)'));
  await until(() => expect(starts()).toHaveLength(1));
  await managed.stop(10_000);
  expect(readFileSync(path.join(dir, 'program.log'), 'utf8')).toContain(`hello from ${starts()[0]}`);
  expect(starts()).toHaveLength(1);
});

test('what does not end in time is killed', { timeout: 30_000 }, async () => {
  const managed = keep(program('/* stays */'));
  await until(() => expect(starts()).toHaveLength(1));
  const asked = Date.now();
  await managed.stop(500);
  expect(Date.now() - asked).toBeGreaterThan(450);
  expect(processStart(Number(starts()[0]))).toBe('');
});

test('it ends when the process that keeps it is killed', { timeout: 30_000 }, async () => {
  const keeper = path.join(dir, 'keeper.ts');
  const settings = JSON.stringify({
    name: 'program',
    args: [program('process.exit(0)')],
    logDir: dir,
    isLoud: false,
  });
  writeFileSync(
    keeper,
    `import { keepRunning } from ${JSON.stringify(path.resolve('lib/server/managed-process.ts'))};
     keepRunning({ ...${settings}, env: process.env, say: () => {} });`,
  );
  const parent = spawn(process.execPath, [keeper], { stdio: 'ignore' });
  await until(() => expect(starts()).toHaveLength(1));
  parent.kill('SIGKILL');
  await once(parent, 'close');
  await until(() => expect(processStart(Number(starts()[0]))).toBe(''));
});

test("a program's own child, which waits for a message of its parent, is let live", {
  timeout: 30_000,
}, async () => {
  const child = path.join(dir, 'child.mjs');
  const answer = path.join(dir, 'answer');
  writeFileSync(
    child,
    `import { writeFileSync } from 'node:fs';
     process.on('message', (word) => { writeFileSync(${JSON.stringify(answer)}, word); process.disconnect(); });
     process.send('ready');`,
  );
  const parent = path.join(dir, 'parent.mjs');
  writeFileSync(
    parent,
    `import { fork } from 'node:child_process';
     const child = fork(${JSON.stringify(child)});
     child.on('message', () => setTimeout(() => child.send('hello'), 500));
     process.on('SIGTERM', () => process.exit(0));
     setInterval(() => {}, 1000);`,
  );
  const managed = keep(parent);
  await until(() => expect(existsSync(answer) && readFileSync(answer, 'utf8')).toBe('hello'));
  await managed.stop(10_000);
});
