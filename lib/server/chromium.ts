import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser for tests: Playwright's own where it is there, else the system's; null: none. */
export function findChromium(): string | null {
  const own = chromium.executablePath();
  return [own, ...PLACES].find((place) => existsSync(place)) ?? null;
}

/** Installs a Chromium where this system lets us. False: it is not there and a person has to do it. */
export function installChromium(): boolean {
  if (findChromium()) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0;
    if (apt('update', '-qq') && apt('install', '-y', '-qq', 'chromium') && findChromium()) return true;
  }
  console.error(
    'The browser tests need Chromium. Run "npx playwright install chromium", or install your system\'s package "chromium".',
  );
  return false;
}
