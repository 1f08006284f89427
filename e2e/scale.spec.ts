import { expect, test } from '@playwright/test';
import { firstLoad } from '../lib/server/bench/first-load.ts';

/** Kilobytes of gzip that a page's JavaScript may have before the network is idle. */
const BUDGETS = [
  { name: 'library', path: '/manifests', kB: 235 },
  { name: 'view', path: '/manifests/ID', kB: 220 },
  { name: 'creator', path: '/manifests/ID/edit', kB: 340 },
  { name: 'new manifest', path: '/manifests/new', kB: 340 },
  { name: 'generate', path: '/generate', kB: 298 },
  { name: 'projects', path: '/projects', kB: 250 },
  { name: 'API docs', path: '/docs/generate', kB: 235 },
];

test('no page loads more JavaScript than its budget, nor the schema library', async ({
  browser,
  request,
  baseURL,
}) => {
  const made = await request.post('/api/manifests', { data: { name: 'Weighed' } });
  const { manifest_id: id } = await made.json();
  const rows = [];
  for (const { name, path, kB } of BUDGETS) {
    const { scriptBytes, styleBytes, requests, hasSchemas } = await firstLoad(
      browser,
      `${baseURL}${path.replace('ID', id)}`,
    );
    rows.push({
      page: name,
      js: Math.round(scriptBytes / 1000),
      budget: kB,
      css: Math.round(styleBytes / 1000),
      requests,
      hasSchemas,
    });
  }
  console.table(rows);
  expect(rows.filter(({ js, budget }) => js > budget)).toEqual([]);
  expect(rows.filter(({ hasSchemas }) => hasSchemas)).toEqual([]);
});

test('of a manifest with many images only those near the view are in the document, and Tab reaches all', async ({
  page,
  request,
}) => {
  const count = 150;
  const made = await request.post('/api/manifests', { data: { name: 'A long shelf' } });
  const { manifest_id: id } = await made.json();
  for (let i = 1; i <= count; i += 1) {
    const data = { name: `Prop ${i}`, asset_type: 'PROP' };
    expect((await request.post(`/api/manifests/${id}/assets`, { data })).status()).toBe(201);
  }
  await page.goto(`/manifests/${id}`);
  const tiles = page.getByRole('region', { name: 'Assets' }).getByRole('listitem');
  const tile = (i: number) => page.getByRole('button', { name: new RegExp(`Prop ${i}$`) });
  await expect(tiles.first()).toHaveAttribute('aria-setsize', String(count));
  expect(await tiles.count()).toBeLessThan(count);

  await test.step('the end is there once it is scrolled to', async () => {
    await expect(tile(count)).toBeHidden();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(tile(count)).toBeInViewport();
    await expect(tile(1)).toBeHidden();
    await page.evaluate(() => window.scrollTo(0, 0));
  });

  await test.step('by keyboard', async () => {
    await tile(1).focus();
    for (let i = 2; i <= 90; i += 1) await page.keyboard.press('Tab');
    await expect(tile(90)).toBeFocused();
    await expect(tile(90)).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Prop 90' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(tile(90)).toBeFocused();
  });

  await test.step('what has the focus stays while it is scrolled away', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(tile(1)).toBeInViewport();
    await expect(tile(90)).toBeFocused();
  });
});
