import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import type { ManifestListItem } from '../lib/schemas/manifest.ts';

/** A word no other test uses, of letters only, so that it is one word of a search. */
const uniqueWord = () =>
  Array.from({ length: 9 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');

async function createManifest(request: APIRequestContext, fields: object): Promise<ManifestListItem> {
  const response = await request.post('/api/manifests', { data: fields });
  expect(response.status()).toBe(201);
  return response.json();
}

async function createAsset(request: APIRequestContext, manifestId: string, fields: object): Promise<string> {
  const response = await request.post(`/api/manifests/${manifestId}/assets`, { data: fields });
  expect(response.status()).toBe(201);
  return (await response.json()).asset_id;
}

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and actions' });
const field = (page: Page) => palette(page).getByRole('combobox');

/** Presses until the page listens: a key that comes before is not heard. */
const press = (page: Page, key: string, shown: () => Promise<void>) =>
  expect(async () => {
    await page.keyboard.press(key);
    await shown();
  }).toPass();

const openPalette = (page: Page) =>
  press(page, 'Control+k', () => expect(field(page)).toBeFocused({ timeout: 3000 }));

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test('from a cold page to an asset by the keyboard alone', async ({ page, request }) => {
  const word = uniqueWord();
  const { manifest_id: id } = await createManifest(request, { name: `Harbour ${word}` });
  await createAsset(request, id, { name: 'Mara', asset_type: 'CHARACTER' });
  const assetId = await createAsset(request, id, { name: `Brass lantern ${word}`, asset_type: 'PROP' });
  await page.goto('/projects');

  await test.step('two words with a slip in one find the asset', async () => {
    await openPalette(page);
    await page.keyboard.type(`lanten ${word}`);
    const option = palette(page).getByRole('option', { name: new RegExp(`^Brass lantern ${word}`) });
    await expect(option).toBeVisible();
    await expect(option.locator('mark')).toHaveText(['lantern', word]);
    await expect(palette(page).getByRole('group', { name: 'Assets' })).toContainText('PROP_01');
    expect(await violations(page)).toEqual([]);
  });

  await test.step('the manifest stands first and says why it was found', async () => {
    const first = palette(page).getByRole('option', { selected: true });
    await expect(first).toContainText(`Harbour ${word}`);
    await expect(first).toContainText('asset PROP_01 Brass lantern');
  });

  await test.step('down and Enter open its manifest with the asset selected', async () => {
    await page.keyboard.press('ArrowDown');
    await expect(palette(page).getByRole('option', { selected: true })).toContainText('Brass lantern');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/manifests/${id}?asset=${assetId}`);
    await expect(palette(page)).toBeHidden();
    await expect(page.getByRole('dialog')).toContainText(`Brass lantern ${word}`);
  });
});

test('Enter before the answer opens what was typed, and Ctrl-Enter opens it in a new tab', async ({
  page,
  request,
  context,
}) => {
  const word = uniqueWord();
  const { manifest_id: id } = await createManifest(request, { name: `Night ${word}` });
  await page.goto('/manifests');
  await openPalette(page);
  const opened = context.waitForEvent('page');
  await page.keyboard.insertText(word);
  await page.keyboard.press('Control+Enter');
  await expect(await opened).toHaveURL(`/manifests/${id}`);
  await expect(palette(page)).toBeVisible();
  await field(page).fill('');
  await page.keyboard.insertText(`night ${word}`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/manifests/${id}`);
});

test('what an open manifest can do is in the palette', async ({ page, request }) => {
  const { manifest_id: id, name } = await createManifest(request, { name: `Cast ${uniqueWord()}` });
  await page.goto(`/manifests/${id}`);
  await openPalette(page);
  const group = palette(page).getByRole('group', { name });
  await expect(group.getByRole('option')).toHaveText([/Edit/, /Use in a generation/, /Duplicate/, /Export/]);
  await page.keyboard.type('duplic');
  await expect(palette(page).getByRole('option', { selected: true })).toHaveText(/Duplicate/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.pathname.endsWith('/edit') && !url.pathname.includes(id));
});

test('nothing found and a failure are said in words', async ({ page }) => {
  await page.goto('/manifests');
  await openPalette(page);
  const word = uniqueWord();
  await page.keyboard.type(word);
  await expect(palette(page).getByText(`Nothing matches “${word}”`)).toBeVisible();
  await page.route('**/api/search?*', (route) => route.abort());
  await field(page).fill('harbour');
  await expect(palette(page).getByRole('alert')).toContainText('Nothing could be looked up.');
  await page.unroute('**/api/search?*');
  await palette(page).getByRole('button', { name: 'Try again' }).click();
  await expect(palette(page).getByRole('alert')).toBeHidden();
});

test('keys lead everywhere, and rest while somebody types', async ({ page, request }) => {
  // A library with nothing but the example has no search of its own yet.
  await createManifest(request, { name: `Keys ${uniqueWord()}` });
  await page.goto('/manifests');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  await press(page, '?', () => expect(sheet).toBeVisible({ timeout: 3000 }));

  await test.step('the sheet names every place and finds a key', async () => {
    for (const place of ['Anywhere', 'Library', 'Creator', 'Generate and projects'])
      await expect(sheet.getByRole('region', { name: place })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await sheet.getByLabel('Find a shortcut').fill('primary');
    await expect(sheet.getByRole('term')).toHaveText(['Mark primary']);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('"/" comes to the search of the page, where letters are letters', async () => {
    await page.keyboard.press('/');
    await expect(page.getByLabel('Search the library')).toBeFocused();
    await page.keyboard.type('gpn?');
    await expect(page.getByLabel('Search the library')).toHaveValue('gpn?');
    await expect(sheet).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Search the library')).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Search the library')).not.toBeFocused();
  });

  await test.step('g and a letter, and n', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await expect(page).toHaveURL('/projects');
    await page.keyboard.press('g');
    await page.keyboard.press('g');
    await expect(page).toHaveURL('/generate');
    await page.locator('main').focus();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await expect(page).toHaveURL('/manifests');
    await page.keyboard.press('*');
    await page.keyboard.press('n');
    await expect(page).toHaveURL('/manifests');
    await page.keyboard.press('n');
    await expect(page).toHaveURL('/manifests/new');
  });
});

test('the library and the picker mark what they found', async ({ page, request }) => {
  const word = uniqueWord();
  const { manifest_id: id, name } = await createManifest(request, { name: `Lamplighter ${word}` });
  await createAsset(request, id, { name: 'Brass lantern', asset_type: 'PROP' });
  await page.goto(`/manifests?q=${encodeURIComponent(`${word} lanten`)}`);
  const card = page.getByRole('article', { name, exact: true });
  await expect(card.getByRole('heading').locator('mark')).toHaveText(word);
  await expect(card.getByText('asset PROP_01 Brass lantern')).toBeVisible();
  await expect(card.getByText('Brass lantern').locator('mark')).toHaveText('lantern');

  await page.goto(`/generate?manifest=${id}`);
  await page.getByRole('button', { name: 'Change' }).click();
  const picker = page.getByRole('dialog');
  await picker.getByLabel('Search manifests').fill(`${word} lanten`);
  await picker.getByRole('button', { name: 'Show drafts too' }).click();
  await expect(picker.getByRole('option', { name: new RegExp(name) }).locator('mark')).toHaveText([
    word,
    'lantern',
  ]);
});

test('on a phone the palette is a tab away and fits', async ({ page, request }) => {
  const word = uniqueWord();
  const { manifest_id: id, name } = await createManifest(request, { name: `Harbour ${word}` });
  await createAsset(request, id, { name: `Lantern ${word}`, asset_type: 'PROP' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/manifests');
  const button = page
    .getByRole('navigation', { name: 'Main, phone' })
    .getByRole('button', { name: 'Search' });
  await expect(async () => {
    await button.click();
    await expect(field(page)).toBeFocused({ timeout: 3000 });
  }).toPass();
  await page.keyboard.insertText(word);
  const option = palette(page).getByRole('option', { name: new RegExp(`^${name}`) });
  await expect(option).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await expect(palette(page).getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
  const heights = await palette(page)
    .getByRole('option')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  expect(await violations(page)).toEqual([]);
  await option.click();
  await expect(page).toHaveURL(`/manifests/${id}`);
});
