import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDataDir, isDataDirInUse } from './data-dir.ts';
import { processStart } from './process-identity.ts';

let dir: string;
const lock = () => path.join(dir, 'vidpipe.lock');

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'vidpipe-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a folder is taken once, and free again when given back', () => {
  const release = claimDataDir(dir);
  expect(isDataDirInUse(dir)).toBe(true);
  expect(() => claimDataDir(dir)).toThrow(/is in use by another copy \(process \d+\)/);
  release();
  expect(isDataDirInUse(dir)).toBe(false);
  claimDataDir(dir)();
});

test('a folder that is not there is made, with its parents', () => {
  const release = claimDataDir(path.join(dir, 'a', 'b'));
  expect(existsSync(path.join(dir, 'a', 'b', 'vidpipe.lock'))).toBe(true);
  release();
});

test('the lock of a process that is gone does not count', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const owner = { pid: child.pid, started: processStart(child.pid ?? 0) };
  writeFileSync(lock(), JSON.stringify(owner));
  expect(() => claimDataDir(dir)).toThrow(/in use/);
  child.kill('SIGKILL');
  await once(child, 'close');
  claimDataDir(dir)();
});

test('the lock of another process that had the same number does not count', () => {
  writeFileSync(lock(), JSON.stringify({ pid: process.pid, started: 'before the last boot' }));
  const release = claimDataDir(dir);
  expect(JSON.parse(readFileSync(lock(), 'utf8')).started).toBe(processStart(process.pid));
  release();
});

test('a lock cut short by a full disk does not count', () => {
  writeFileSync(lock(), '{"pid":');
  claimDataDir(dir)();
});

test('a file in place of the folder is named', () => {
  writeFileSync(path.join(dir, 'file'), '');
  expect(() => claimDataDir(path.join(dir, 'file'))).toThrow(/cannot be written .* Set DATA_DIR/);
});

test.skipIf(process.platform !== 'linux')('a place that takes no folders is named', () => {
  expect(() => claimDataDir('/proc/vidpipe')).toThrow('The data folder /proc/vidpipe cannot be written');
});
