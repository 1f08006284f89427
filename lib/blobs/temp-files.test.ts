import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeOrphans, tempName } from './temp-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidpipe-temps-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('what a process that is gone left behind is removed, and nothing else', async () => {
  const own = tempName();
  const { stdout } = spawnSync(
    process.execPath,
    [
      '-e',
      `import(${JSON.stringify(join(import.meta.dirname, 'temp-files.ts'))}).then((m) => console.log(m.tempName()))`,
    ],
    { encoding: 'utf8' },
  );
  const dead = stdout.trim();
  expect(dead).toMatch(/^[0-9a-f]{8}-\d+-/);
  // Before a restart in a container, the same number was another process.
  const before = own.replace(/-[0-9a-f]{8}\./, '-00000000.');
  const elsewhere = dead.replace(/^[0-9a-f]{8}/, 'ffffffff');
  const kept = [own, elsewhere, 'a-file-of-a-person', `${'a'.repeat(64)}.swept`];
  for (const name of [...kept, dead, before]) await writeFile(join(folder, name), 'x');
  expect(await removeOrphans(folder)).toBe(2);
  expect((await readdir(folder)).sort()).toEqual(kept.sort());
});

it('a folder that is not there has no orphans', async () => {
  expect(await removeOrphans(join(folder, 'none'))).toBe(0);
});
