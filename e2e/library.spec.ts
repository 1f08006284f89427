import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import type { ManifestListItem } from '../lib/schemas/manifest.ts';
import { heard } from './support.ts';

/** Words no other test uses, so that a search finds this test's rows only. */
const unique = (word: string) => `${word} ${Math.random().toString(36).slice(2, 10)}`;

async function createManifest(request: APIRequestContext, fields: object): Promise<ManifestListItem> {
  const response = await request.post('/api/manifests', { data: fields });
  expect(response.status()).toBe(201);
  return response.json();
}

async function addImage(request: APIRequestContext, manifestId: string, name: string, hue: number) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
    <rect width="100%" height="100%" fill="hsl(${hue} 40% 30%)"/>
    <circle cx="315" cy="300" r="180" fill="hsl(${hue + 120} 70% 60%)"/>
  </svg>`;
  const response = await request.post(`/api/manifests/${manifestId}/assets`, {
    multipart: {
      name,
      asset_type: 'CHARACTER',
      file: {
        name: `${name}.png`,
        mimeType: 'image/png',
        buffer: await sharp(Buffer.from(svg)).png().toBuffer(),
      },
    },
  });
  expect(response.status()).toBe(201);
}

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

/** Types once the page listens: what is typed before is not heard. */
const search = (page: Page, text: string) =>
  expect(async () => {
    await page.getByLabel('Search the library').fill('');
    await page.getByLabel('Search the library').fill(text);
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === text, { timeout: 2000 });
  }).toPass();

async function choose(page: Page, name: string, item: string) {
  await card(page, name).hover();
  await page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('search forgives a typo, and search and filters live in the address', async ({ page, request }) => {
  const name = unique('Lantern');
  await createManifest(request, { name, category: 'STYLE_KIT', tags: ['gouache'] });
  await createManifest(request, { name: `${name} night`, category: 'BRAND_KIT' });

  await test.step('search as you type, with one letter wrong', async () => {
    await page.goto('/manifests?sort_by=name&sort_order=asc');
    await search(page, name.replace('Lantern', 'Lantren'));
    await expect(card(page, name)).toBeVisible();
    await expect(page).toHaveURL(/q=Lantren/);
  });

  await test.step('a filter narrows the list and "back" takes it off', async () => {
    await page.getByLabel('Search the library').fill(name);
    await expect(page).toHaveURL(/q=Lantern/);
    await page.getByRole('button', { name: 'Category' }).click();
    await page.getByRole('menuitemradio', { name: /Style kit/ }).click();
    await expect(card(page, `${name} night`)).toBeHidden();
    await expect(page).toHaveURL(/category=STYLE_KIT/);
    await page.goBack();
    await expect(card(page, `${name} night`)).toBeVisible();
    await page.goForward();
  });

  await test.step('a reload shows the same list, from the server', async () => {
    await page.reload();
    await expect(card(page, name)).toBeVisible();
    await expect(card(page, `${name} night`)).toBeHidden();
    await expect(page.getByLabel('Search the library')).toHaveValue(name);
  });

  await test.step('nothing matching is told apart from nothing there', async () => {
    await page.goto(`/manifests?q=${encodeURIComponent(name)}&category=CHARACTERS&status=READY`);
    await expect(page.getByRole('heading', { name: `Nothing matches “${name}”` })).toBeVisible();
    await expect(page.getByText('Two filters are on.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Without the filters, 2 match' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(card(page, name)).toBeVisible();
  });
});

test('a deleted manifest comes back by undo, and later from the trash', async ({ page, request }) => {
  const { manifest_id: id, name } = await createManifest(request, { name: unique('Spring park') });
  const status = async () => (await request.get(`/api/manifests/${id}`)).status();
  await page.goto(`/manifests?q=${encodeURIComponent(name)}`);

  await test.step('delete and undo', async () => {
    await choose(page, name, 'Delete');
    await expect(page.getByText(`${name} moved to trash`)).toBeVisible();
    await expect(card(page, name)).toBeHidden();
    expect(await status()).toBe(404);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(card(page, name)).toBeVisible();
    expect(await status()).toBe(200);
  });

  await test.step('delete and restore from the trash', async () => {
    await choose(page, name, 'Delete');
    await expect(card(page, name)).toBeHidden();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Show the trash' }).click();
    await expect(page.getByRole('heading', { name: /^Trash/ })).toBeVisible();
    await page.getByRole('button', { name: `Restore ${name}` }).click();
    await expect(page.getByText(`${name} is back in the library`)).toBeVisible();
    await expect(card(page, name)).toBeHidden();
    await page.getByRole('button', { name: 'Back to the library' }).click();
    await expect(card(page, name)).toBeVisible();
    expect(await status()).toBe(200);
  });
});

test('a manifest that a film used cannot be deleted, and the film is named', async ({ page, request }) => {
  const { manifest_id: id, name } = await createManifest(request, { name: unique('Night stage') });
  const film = unique('The last lamp');
  const started = await request.post('/api/generate', {
    data: {
      prompt: 'A lamp goes out.',
      title: film,
      manifest_id: id,
      total_duration: 4,
      run_through: 'storyboard',
    },
  });
  expect(started.status()).toBe(202);
  await page.goto(`/manifests?q=${encodeURIComponent(name)}`);
  await expect(card(page, name).getByText('used once')).toBeVisible();
  await choose(page, name, 'Delete');
  const dialog = page.getByRole('dialog', { name: `${name} is in use` });
  await expect(dialog.getByRole('link', { name: film })).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(card(page, name)).toBeVisible();
  expect((await request.get(`/api/manifests/${id}`)).status()).toBe(200);
});

test('a duplicate stands beside its original', async ({ page, request }) => {
  const { name } = await createManifest(request, { name: unique('Cloud forest'), tags: ['jungle'] });
  await page.goto(`/manifests?q=${encodeURIComponent(name)}`);
  await choose(page, name, 'Duplicate');
  await expect(card(page, `${name} (Copy)`)).toBeVisible();
  await expect(card(page, `${name} (Copy)`).getByText('jungle')).toBeVisible();
  await expect(card(page, name)).toBeVisible();
});

test('a long list is read page by page as it is scrolled', async ({ page, request }) => {
  const tag = unique('shelf');
  for (let i = 0; i < 45; i += 1) await createManifest(request, { name: `Shelf ${i}`, tags: [tag] });
  await page.goto(`/manifests?tag=${encodeURIComponent(tag)}&sort_by=created_at&sort_order=asc`);
  await heard(card(page, 'Shelf 0'));
  // The list has its full height once it knows its width; what the server sent has only the first cards.
  await expect(card(page, 'Shelf 0').locator('..')).toHaveCSS('position', 'absolute');
  await expect(card(page, 'Shelf 44')).toHaveCount(0);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(card(page, 'Shelf 44')).toBeVisible();
});

test('a running analysis is shown on the card until it is ready, without a reload', async ({
  page,
  request,
}) => {
  const { manifest_id: id, name } = await createManifest(request, { name: unique('Boatbuilder') });
  await addImage(request, id, 'Mara', 20);
  await addImage(request, id, 'Tomas', 200);
  expect((await request.post(`/api/manifests/${id}/process`, { data: {} })).status()).toBe(202);
  await expect
    .poll(async () => (await (await request.get(`/api/manifests/${id}`)).json()).status, { timeout: 60_000 })
    .toBe('READY');
  // Two images are analysed too fast to be seen: until it was seen, every list is that of a moment before.
  let isSeen = false;
  await page.route('**/api/manifests?*', async (route) => {
    if (isSeen) return route.continue();
    const response = await route.fetch();
    const items: ManifestListItem[] = await response.json();
    for (const item of items) {
      item.status = 'PROCESSING';
      if (item.processing_progress) Object.assign(item.processing_progress, { finished_at: null, done: 1 });
    }
    return route.fulfill({ response, json: items });
  });
  await page.goto('/manifests');
  await search(page, name);
  await expect(card(page, name).getByText('Analysing 1 of 2')).toBeVisible();
  isSeen = true;
  await expect(card(page, name).getByText('2 characters')).toBeAttached();
  await expect(card(page, name).getByText('Ready')).toBeVisible();
});

test('the library works by keyboard: search, open a card, look at an asset', async ({ page, request }) => {
  const { manifest_id: id, name } = await createManifest(request, {
    name: unique('Props cupboard'),
    description: 'What the keeper carries.',
  });
  await addImage(request, id, 'Brass lantern', 40);
  await addImage(request, id, 'Tower key', 300);
  await page.goto('/manifests?sort_by=created_at');
  await page.getByLabel('Search the library').waitFor();
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByLabel('Search the library')).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type(name);
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === name);
  await expect(page.getByRole('article').first()).toHaveAccessibleName(name);
  await card(page, name).getByRole('link', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/manifests/${id}`);
  await expect(page.getByText('What the keeper carries.')).toBeVisible();
  await page.getByRole('button', { name: /CHAR_01 Brass lantern/ }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Brass lantern' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Tower key' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a list that cannot be read says so and can be asked again', async ({ page }) => {
  let isDown = true;
  await page.route('**/api/manifests?*', (route) =>
    isDown
      ? route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: '/',
            title: 'No',
            status: 422,
            code: 'validation-failed',
            detail: 'One field is wrong.',
          }),
        })
      : route.continue(),
  );
  await page.goto('/manifests?sort_by=name');
  await search(page, unique('nowhere'));
  await expect(page.getByRole('heading', { name: 'The library could not be read' })).toBeVisible();
  await expect(page.getByText('One field is wrong.')).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: /^Nothing matches/ })).toBeVisible();
});

test('an address that names no manifest says so', async ({ page }) => {
  for (const id of ['01a1f96b-7c72-77d8-bcb7-edc2e8529370', 'nonsense']) {
    await page.goto(`/manifests/${id}`);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  }
});

for (const colorScheme of ['dark', 'light'] as const)
  for (const width of [1440, 390])
    test(`library and view have no accessibility violation, ${colorScheme} at ${width}`, async ({
      page,
      request,
    }) => {
      const { manifest_id: id } = await createManifest(request, { name: unique('Harbour'), tags: ['coast'] });
      await addImage(request, id, 'Mara', 20);
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      const check = async () => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
      };
      await page.goto('/manifests?sort_by=created_at');
      await expect(page.getByRole('article').first()).toBeVisible();
      await check();
      await page.goto(`/manifests/${id}`);
      await expect(page.getByRole('button', { name: /CHAR_01/ })).toBeVisible();
      await check();
      await page.getByRole('button', { name: /CHAR_01/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check();
    });
