import { readFile } from 'node:fs/promises';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import type { ManifestDetail, ManifestListItem } from '../lib/schemas/manifest.ts';
import { expectNoViolations } from './support.ts';

/** Words no other test uses, so that a search finds this test's rows only. */
const unique = (word: string) => `${word} ${Math.random().toString(36).slice(2, 10)}`;

async function addImage(request: APIRequestContext, id: string, name: string, hue: number) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400">
    <rect width="100%" height="100%" fill="hsl(${hue} 40% 30%)"/><circle cx="215" cy="200" r="120" fill="hsl(${hue + 120} 70% 60%)"/>
  </svg>`;
  const response = await request.post(`/api/manifests/${id}/assets`, {
    multipart: {
      name,
      asset_type: 'CHARACTER',
      file: { name: 'a.png', mimeType: 'image/png', buffer: await sharp(Buffer.from(svg)).png().toBuffer() },
    },
  });
  expect(response.status()).toBe(201);
}

async function aManifest(
  request: APIRequestContext,
  name: string,
  assets: string[],
): Promise<ManifestListItem> {
  const response = await request.post('/api/manifests', { data: { name } });
  expect(response.status()).toBe(201);
  const manifest: ManifestListItem = await response.json();
  for (const [i, asset] of assets.entries())
    await addImage(request, manifest.manifest_id, asset, Math.floor(Math.random() * 300) + i);
  return manifest;
}

const detail = async (request: APIRequestContext, id: string): Promise<ManifestDetail> =>
  (await request.get(`/api/manifests/${id}`)).json();

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

/** Opens the dialog and gives it a file; the input is not heard before the page listens. */
async function openImport(page: Page, buffer: Buffer, name = 'cast.manifest.zip') {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  await expect(dialog(page)).toBeVisible();
  await page
    .getByLabel('Bundle', { exact: true })
    .setInputFiles({ name, mimeType: 'application/zip', buffer });
}

/** Drags a file over the page, sees that the page says so, and drops it. */
async function dropOnPage(page: Page, buffer: Buffer) {
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'cast.manifest.zip', { type: 'application/zip' }));
    return data;
  }, buffer.toString('base64'));
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop a .manifest.zip to import it')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('Drop a .manifest.zip to import it')).toBeHidden();
}

const choose = (page: Page, name: string, choice: string) =>
  page
    .getByRole('radiogroup', { name: `What to do with ${name}` })
    .getByText(choice, { exact: true })
    .click();

test('a manifest leaves by its card and comes back after a preview, and undo takes it out again', async ({
  page,
  request,
}) => {
  const { manifest_id: id, name } = await aManifest(request, unique('Lantern'), ['Mara', 'Tomas']);
  await page.goto(`/manifests?q=${encodeURIComponent(name)}`);
  let zip = Buffer.alloc(0);

  await test.step('export', async () => {
    await card(page, name).hover();
    await page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export' }).click();
    expect((await download).suggestedFilename()).toBe(`${name}.manifest.zip`);
    zip = await readFile(await (await download).path());
  });

  await test.step('import where the name is free', async () => {
    expect((await request.delete(`/api/manifests/${id}`)).ok()).toBe(true);
    await page.reload();
    await openImport(page, zip);
    await expect(dialog(page).getByText(`Added as “${name}”.`)).toBeVisible();
    await expectNoViolations(page, 'bundle', '[role=dialog]');
    await dialog(page).getByRole('button', { name: 'Import 1 manifest' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(card(page, name)).toBeVisible();
  });

  await test.step('undo', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(card(page, name)).toBeHidden();
  });

  await test.step('import again by dropping the file on the page', async () => {
    await dropOnPage(page, zip);
    await dialog(page).getByRole('button', { name: 'Import 1 manifest' }).click();
    await expect(card(page, name)).toBeVisible();
  });
});

test('a bundle whose name is taken is renamed, merged or skipped', async ({ page, request }) => {
  const { manifest_id: id, name } = await aManifest(request, unique('Harbour'), ['Mara', 'Tomas']);
  const zip = await (await request.get(`/api/manifests/${id}/export`)).body();
  const [, tomas] = (await detail(request, id)).assets;
  await request.delete(`/api/assets/${tomas?.asset_id}`);
  await page.goto(`/manifests?q=${encodeURIComponent(name)}`);

  await test.step('rename', async () => {
    await openImport(page, zip);
    await expect(dialog(page).getByText('2 assets: 1 new, 1 the same')).toBeVisible();
    await expect(dialog(page).getByText(`Added as “${name} (2)”.`)).toBeVisible();
    await expectNoViolations(page, 'bundle', '[role=dialog]');
    await dialog(page).getByRole('button', { name: 'Import 1 manifest' }).click();
    await expect(card(page, `${name} (2)`)).toBeVisible();
    await expect(page.getByRole('link', { name: `${name} (2)` }).last()).toBeVisible();
  });

  await test.step('skip leaves nothing to import', async () => {
    await openImport(page, zip);
    await choose(page, name, 'Skip');
    await expect(dialog(page).getByText('Left out. Nothing changes.')).toBeVisible();
    await expect(dialog(page).getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  });

  await test.step('merge adds what is new under the next tag, and undo removes it', async () => {
    await choose(page, name, 'Merge');
    await expect(
      dialog(page).getByText(`Adds 1 asset to “${name}” and leaves 1 alone.`, { exact: true }),
    ).toBeVisible();
    await dialog(page)
      .getByRole('button', { name: `Merge into ${name}` })
      .click();
    await expect(dialog(page)).toBeHidden();
    expect((await detail(request, id)).assets.map((asset) => asset.manifest_tag)).toEqual([
      'CHAR_01',
      'CHAR_03',
    ]);
    await page
      .getByRole('alert')
      .filter({ hasText: 'has 1 asset more' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect
      .poll(async () => (await detail(request, id)).assets.map((asset) => asset.manifest_tag))
      .toEqual(['CHAR_01']);
  });
});

test('a refused bundle says why in the dialog, and another can be chosen', async ({ page, request }) => {
  const { manifest_id: id, name } = await aManifest(request, unique('Refused'), ['Mara']);
  const zip = await (await request.get(`/api/manifests/${id}/export`)).body();
  await page.goto(`/manifests?q=${encodeURIComponent(name)}`);
  await openImport(page, zip.subarray(0, zip.length - 100));
  await expect(dialog(page).getByRole('alert')).toContainText('it is cut off or damaged');
  await expectNoViolations(page, 'bundle', '[role=dialog]');
  await page.getByLabel('Bundle', { exact: true }).setInputFiles({
    name: 'photo.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('not a zip'),
  });
  await expect(dialog(page).getByRole('alert')).toContainText('This is not a zip file');
  await page.getByLabel('Bundle', { exact: true }).setInputFiles({
    name: 'cast.manifest.zip',
    mimeType: 'application/zip',
    buffer: zip,
  });
  await expect(dialog(page).getByRole('alert')).toBeHidden();
  await expect(dialog(page).getByRole('button', { name: 'Import 1 manifest' })).toBeEnabled();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the dialog fits, with targets large enough for a thumb', async ({ page, request }) => {
    const { manifest_id: id, name } = await aManifest(request, unique('Pocket'), ['Mara']);
    const zip = await (await request.get(`/api/manifests/${id}/export`)).body();
    await page.goto(`/manifests?q=${encodeURIComponent(name)}`);
    await openImport(page, zip);
    const main = dialog(page).getByRole('button', { name: 'Import 1 manifest' });
    await expect(main).toBeEnabled();
    for (const target of [
      main,
      dialog(page).getByRole('button', { name: 'Choose another' }),
      dialog(page).locator('label', { hasText: 'Merge' }),
    ]) {
      const box = await target.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoViolations(page, 'bundle', '[role=dialog]');
  });
});
