import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processStart } from './process-identity.ts';
import { type Account, copyCheckout, freePort, type Started, startCopy } from './testing-copy.ts';

const isRoot = process.getuid?.() === 0;
/** `nobody`: an ordinary user that every system has. */
const NOBODY: Account = { uid: 65_534, gid: 65_534 };

describe.skipIf(!isRoot)('as root, in a home of mode 700', () => startsAndKeepsData());
describe.skipIf(!isRoot)(
  'as an ordinary user on a machine of root (skipped where the tests are not root)',
  () => startsAndKeepsData(NOBODY),
);
describe.skipIf(isRoot)('as the ordinary user who runs the tests', () => startsAndKeepsData());

function startsAndKeepsData(account?: Account) {
  let home: string;
  let dir: string;
  let port: number;
  let program: Started;
  const settings = () => ({ PORT: String(port) });
  const address = () => `http://127.0.0.1:${port}`;

  beforeAll(async () => {
    ({ home, dir } = copyCheckout(account));
    port = await freePort();
    program = startCopy(dir, settings(), account);
    await program.says('Open http');
  });

  afterAll(async () => {
    program.process.kill('SIGTERM');
    await program.ended;
    rmSync(home, { recursive: true, force: true });
  });

  test('it says where to open it, and the page is there', async () => {
    expect(program.output()).toContain(`Open ${address()}`);
    const page = await fetch(`${address()}/manifests`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('The Lamplighter');
  });

  test('a second copy on the same data folder says that it is in use', async () => {
    const second = startCopy(dir, { PORT: String(await freePort()) }, account);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^The data folder .*\.data is in use by another copy \(process \d+\)\./m);
  });

  test('a port in use is named', async () => {
    const second = startCopy(dir, { ...settings(), DATA_DIR: path.join(home, 'other') }, account);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is in use. Set PORT to another one.`);
  });

  test('SIGTERM ends open streams and stops everything within 25 s, and the next start finds the data', async () => {
    const made = await fetch(`${address()}/api/manifests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Kept over a restart' }),
    });
    expect(made.status).toBe(201);
    const headers = { accept: 'text/event-stream' };
    const stream = await fetch(`${address()}/api/projects/running`, { headers });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const read = async () => {
      const part = await reader?.read();
      heard += part?.value ?? '';
      return part?.done !== false;
    };
    while (!heard.includes('event: running') && !(await read()));
    expect(heard).toContain('event: running');
    const asked = Date.now();
    program.process.kill('SIGTERM');
    while (!(await read()));
    expect(await program.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(25_000);
    await expect(fetch(address())).rejects.toThrow();

    program = startCopy(dir, settings(), account);
    await program.says('Open http');
    const { manifest_id } = await made.json();
    expect((await fetch(`${address()}/api/manifests/${manifest_id}`)).status).toBe(200);
  });

  test('killed with SIGKILL it leaves nothing running, and the next start recovers', async () => {
    const postmaster = Number(
      readFileSync(path.join(dir, '.data/postgres/postmaster.pid'), 'utf8').split('\n')[0],
    );
    expect(processStart(postmaster)).not.toBe('');
    program.process.kill('SIGKILL');
    await program.ended;
    const deadline = Date.now() + 25_000;
    while (processStart(postmaster) !== '' && Date.now() < deadline) await sleep(100);
    expect(processStart(postmaster)).toBe('');
    while ((await fetch(address()).catch(() => null)) && Date.now() < deadline) await sleep(100);
    await expect(fetch(address())).rejects.toThrow();

    program = startCopy(dir, settings(), account);
    await program.says('Open http');
    const list = await (await fetch(`${address()}/api/manifests?q=Kept`)).json();
    expect(list).toHaveLength(1);
  });

  test('a wrong value is named with what it should be', async () => {
    const wrong = startCopy(dir, { PORT: 'http', LOG_LEVEL: 'loud' }, account);
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toContain('PORT should be a port number from 1 to 65535.');
    expect(wrong.output()).toContain('LOG_LEVEL should be one of fatal,');
  });

  test('an address that others reach is refused without a login', async () => {
    const exposed = startCopy(dir, { HOST: '0.0.0.0', PORT: String(await freePort()) }, account);
    expect(await exposed.ended).toBe(1);
    expect(exposed.output()).toContain('Set HOST=127.0.0.1, or I_UNDERSTAND_NO_LOGIN=1');
  });

  // Root writes everywhere but where there is nothing to write to.
  test('a data folder that cannot be written is named', async () => {
    const locked = path.join(home, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    const place = isRoot && !account ? '/proc/vidpipe' : path.join(locked, 'data');
    const refused = startCopy(dir, { PORT: String(await freePort()), DATA_DIR: place }, account);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(`The data folder ${place} cannot be written`);
  });
}
