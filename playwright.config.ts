import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './lib/server/chromium.ts';

// The runner decides once; its workers load this file again and find the answers in the environment.
if (!process.env.E2E_PORT) {
  const program =
    'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })';
  process.env.E2E_PORT = String(execFileSync(process.execPath, ['-e', program])).trim();
  process.env.E2E_DATA_DIR = path.join(tmpdir(), `vidpipe-e2e-${userInfo().uid}`);
  rmSync(process.env.E2E_DATA_DIR, { recursive: true, force: true });
}

const address = `http://127.0.0.1:${process.env.E2E_PORT}`;
const isRoot = process.getuid?.() === 0;

/** They need a server without films, count requests or weigh pages: nothing else may run beside them. */
const QUIET = ['**/first-run.spec.ts', '**/run.spec.ts', '**/scale.spec.ts'];
/** Which part of the tests runs, of `npm test`; all of them one after the other when it is not said. */
const part = process.env.E2E_PART;

export default defineConfig({
  testDir: 'e2e',
  ...(part === 'quiet' && { testMatch: QUIET }),
  ...(part === 'rest' && { testIgnore: QUIET }),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: part === 'rest' ? 2 : 1,
  forbidOnly: !!process.env.CI,
  // A busy machine may miss a step; the summary of `npm test` counts what passed only on the second try.
  retries: process.env.CI ? 1 : 0,
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    // A press on what is not there fails soon, and not when the whole test is out of time.
    actionTimeout: 30_000,
    // A trace of every test costs a part of its time: in CI the second try has one.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'desktop', use: { browserName: 'chromium' } }],
  webServer: {
    // The whole program as a person starts it, on an empty data folder.
    command: `"${process.execPath}" lib/server/start.mjs`,
    url: address,
    env: {
      PORT: process.env.E2E_PORT,
      HOST: '127.0.0.1',
      DATA_DIR: process.env.E2E_DATA_DIR ?? '',
      DATABASE_URL: '',
      NODE_ENV: '',
      // Where tests receive what webhooks send.
      ALLOW_PRIVATE_ADDRESSES: '127.0.0.1',
    },
    stdout: 'pipe',
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
});
