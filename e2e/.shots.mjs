import { chromium } from '@playwright/test';

const [id, ...only] = process.argv.slice(2);
const B = 'http://127.0.0.1:4104';
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
const shots = [
  ['page', '', '1440', 'dark'],
  ['page', '', '1440', 'light'],
  ['fork', '?fork=true', '1440', 'dark'],
  ['diff', '?differences=true', '1440', 'dark'],
  ['frozen', '?frozen=PROP_01', '1440', 'dark'],
  ['page', '', '390', 'dark'],
  ['fork', '?fork=true', '390', 'light'],
  ['frozen', '?frozen=all', '390', 'dark'],
  ['frozenone', '?frozen=PROP_01', '390', 'dark'],
  ['diff', '?differences=true', '390', 'dark'],
];
for (const [n, q, w, t] of shots) {
  const name = `${n}-${w}-${t}`;
  if (only.length && !only.includes(name)) continue;
  const c = await b.newContext({ viewport: { width: +w, height: w === '390' ? 844 : 900 }, colorScheme: t });
  const p = await c.newPage();
  p.on('console', (m) => m.type() === 'error' && console.log(name, m.text().slice(0, 300)));
  await p.goto(`${B}/projects/${id}${q}`);
  await p.waitForLoadState('networkidle').catch(() => {});
  await p.waitForTimeout(800);
  await p.screenshot({ path: `/tmp/t-fork/${name}.png`, fullPage: n === 'page' });
  await c.close();
}
await b.close();
