import { expect, test } from '@playwright/test';
import { firstLoad } from '../lib/server/bench/first-load.ts';

/** Kilobytes of gzip that a page's JavaScript may have before the network is idle. */
const BUDGETS = [
  { name: 'library', path: '/manifests', kB: 230 },
  { name: 'view', path: '/manifests/ID', kB: 235 },
  { name: 'creator', path: '/manifests/ID/edit', kB: 320 },
  { name: 'new manifest', path: '/manifests/new', kB: 320 },
  { name: 'generate', path: '/generate', kB: 290 },
  { name: 'projects', path: '/projects', kB: 250 },
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
