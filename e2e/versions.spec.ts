import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import type { Asset } from '../lib/schemas/asset.ts';
import type { ManifestDetail } from '../lib/schemas/manifest.ts';
import type { GenerateAnswer, ProjectListItem } from '../lib/schemas/project.ts';
import type { ManifestVersion } from '../lib/schemas/version.ts';
import { expectNoViolations } from './support.ts';

async function imageOf(hue: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
    <rect width="100%" height="100%" fill="hsl(${hue} 40% 30%)"/>
    <circle cx="315" cy="300" r="180" fill="hsl(${hue + 120} 70% 60%)"/>
  </svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const file = async (hue: number) => ({
  name: 'picture.png',
  mimeType: 'image/png',
  buffer: await imageOf(hue),
});

async function addAsset(request: APIRequestContext, id: string, name: string, hue: number): Promise<Asset> {
  const multipart = { name, asset_type: 'PROP', description: `${name}, worn thin`, file: await file(hue) };
  const response = await request.post(`/api/manifests/${id}/assets`, { multipart });
  expect(response.status()).toBe(201);
  return response.json();
}

/** A film as far as its storyboard, and no further: the shots are planned then. */
async function startFilm(request: APIRequestContext, id: string, title: string, prompt: string) {
  const data = {
    prompt,
    title,
    manifest_id: id,
    total_duration: 4,
    clip_duration: 2,
    run_through: 'storyboard',
  };
  const response = await request.post('/api/generate', { data });
  expect(response.status()).toBe(202);
  const { project_id }: GenerateAnswer = await response.json();
  const status = async () =>
    ((await (await request.get(`/api/projects/${project_id}`)).json()) as ProjectListItem).status;
  await expect.poll(status, { timeout: 60_000 }).toBe('staged');
  return project_id;
}

const read = async (request: APIRequestContext, id: string): Promise<ManifestDetail> =>
  (await request.get(`/api/manifests/${id}`)).json();
const versionsOf = async (request: APIRequestContext, id: string): Promise<ManifestVersion[]> =>
  (await request.get(`/api/manifests/${id}/versions`)).json();
const versions = (page: Page) => page.getByRole('region', { name: 'Versions' });

/** A manifest of two props that one film froze. */
async function usedManifest(request: APIRequestContext) {
  const response = await request.post('/api/manifests', { data: { name: 'The Lamplighter' } });
  const { manifest_id: id }: ManifestDetail = await response.json();
  const lantern = await addAsset(request, id, 'Brass lantern', 20);
  const key = await addAsset(request, id, 'Tower key', 200);
  const film = await startFilm(
    request,
    id,
    'The last lamp',
    `A hand lifts @${lantern.manifest_tag}. It goes out.`,
  );
  return { id, lantern, key, film };
}

test('an edit after a film begins a version, which is compared, undone by restoring, and restored again', async ({
  page,
  request,
}) => {
  const { id, lantern, key } = await usedManifest(request);
  const before = await read(request, id);

  await test.step('the edit begins v2, and the list says what it changed', async () => {
    await request.put(`/api/assets/${lantern.asset_id}`, {
      data: { description: 'Brass lantern, polished bright' },
    });
    await request.post(`/api/assets/${lantern.asset_id}/upload`, { multipart: { file: await file(120) } });
    await request.delete(`/api/assets/${key.asset_id}`);
    await page.goto(`/manifests/${id}`);
    await expect(versions(page).getByRole('listitem')).toHaveCount(2);
    await expect(versions(page).getByRole('listitem').first()).toContainText(
      'v21 replaced: PROP_01, 1 retired: PROP_02current, not used yet',
    );
    await expect(versions(page).getByRole('listitem').last()).toContainText('First 2 assetsused by 1 film');
    await expect(page.getByText('changed in v2')).toBeVisible();
    await expectNoViolations(page, 'versions');
  });

  const dialog = page.getByRole('dialog', { name: 'Compare versions' });
  await test.step('both versions stand side by side, under an address of their own', async () => {
    await versions(page).getByRole('button', { name: 'Compare' }).click();
    await expect(page).toHaveURL(/compare=v1\.\.v2/);
    const changed = dialog.getByRole('article', { name: 'PROP_01 Brass lantern' });
    await expect(changed.getByRole('img', { name: 'Brass lantern in v1' })).toBeVisible();
    await expect(changed.getByRole('img', { name: 'Brass lantern in v2' })).toBeVisible();
    await expect(changed.locator('del')).toHaveText('worn thin');
    await expect(changed.locator('ins')).toHaveText('polished bright');
    await expect(dialog.getByRole('article', { name: 'PROP_02 Tower key' })).toContainText('Not in v2');
    await expectNoViolations(page, 'versions');
    await page.reload();
    await expect(changed).toBeVisible();
    await dialog.getByLabel('From').selectOption('v2, current');
    await expect(page).toHaveURL(/compare=v2\.\.v2/);
    await expect(dialog.getByText('1 asset is the same')).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Restore/ })).toBeHidden();
    await dialog.getByLabel('From').selectOption('v1');
  });

  await test.step('v1 is restored as v3, exactly', async () => {
    await dialog.getByRole('button', { name: 'Restore v1 as v3' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('v1 restored as v3')).toBeVisible();
    await expect(versions(page).getByRole('listitem').first()).toContainText('v1 restored');
    await expect(page.getByRole('button', { name: /^PROP_02/ })).toBeVisible();
    const restored = await read(request, id);
    const lasting = ({ assets }: ManifestDetail) =>
      assets.map(({ revision: _, updated_at: __, ...asset }) => asset);
    expect(lasting(restored)).toEqual(lasting(before));
    expect(restored.version).toBe(3);
  });

  await test.step('undo brings v2 back', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: /^PROP_02/ })).toBeHidden();
    await expect(versions(page).getByRole('listitem')).toHaveCount(4);
    expect((await read(request, id)).assets).toMatchObject([
      { description: 'Brass lantern, polished bright' },
    ]);
    expect((await versionsOf(request, id)).map((v) => v.restored_from_version)).toEqual([2, 1, null, null]);
  });
});

test('an asset names its films and shots, and is deleted only after they were named', async ({
  page,
  request,
}) => {
  const { id, lantern, film } = await usedManifest(request);
  const fresh = await addAsset(request, id, 'Oil can', 300);

  await test.step('in the view', async () => {
    await page.goto(`/manifests/${id}`);
    await page.getByRole('button', { name: /^PROP_01/ }).click();
    const used = page.getByRole('region', { name: 'Where this asset is used' });
    const link = used.getByRole('link', { name: /The last lamp/ });
    await expect(link).toContainText(/v1, shots? 1/);
    await expect(link).toHaveAttribute('href', `/projects/${film}`);
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL((url) => url.searchParams.get('asset') !== lantern.asset_id);
    await page.goto(`/manifests/${id}?asset=${fresh.asset_id}`);
    await expect(used.getByText('No film yet.')).toBeVisible();
    await expectNoViolations(page, 'versions');
  });

  await test.step('deleting it in the creator asks first, and keeps it when told so', async () => {
    await page.goto(`/manifests/${id}/edit?step=upload&asset=${lantern.asset_id}`);
    await page.getByRole('button', { name: 'Delete Brass lantern' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete Brass lantern' });
    await expect(dialog.getByText('1 film keeps its frozen copy')).toBeVisible();
    await expect(dialog.getByRole('link', { name: /The last lamp/ })).toBeVisible();
    await expectNoViolations(page, 'versions');
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Delete Brass lantern' })).toBeVisible();
    await page.getByRole('button', { name: 'Delete Brass lantern' }).click();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('Brass lantern deleted')).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  });

  await test.step('one that no film froze goes without a question', async () => {
    await page.goto(`/manifests/${id}/edit?step=upload&asset=${fresh.asset_id}`);
    await page.getByRole('button', { name: 'Delete Oil can' }).click();
    await expect(page.getByText('Oil can deleted')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test('deleting from the view goes to the library with an undo, unless films hold the manifest', async ({
  page,
  request,
}) => {
  const { id } = await usedManifest(request);
  await page.goto(`/manifests/${id}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'The Lamplighter is in use' });
  await expect(dialog.getByRole('link', { name: 'The last lamp' })).toBeVisible();

  const response = await request.post('/api/manifests', { data: { name: 'Spring park' } });
  const { manifest_id: unused }: ManifestDetail = await response.json();
  await page.goto(`/manifests/${unused}`);
  await expect(page.getByRole('heading', { name: 'No images yet' })).toBeVisible();
  await expect(versions(page).getByRole('listitem')).toHaveCount(1);
  await expect(versions(page).getByRole('button', { name: 'Compare' })).toBeHidden();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/manifests$/);
  expect((await request.get(`/api/manifests/${unused}`)).status()).toBe(404);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await request.get(`/api/manifests/${unused}`)).status()).toBe(200);
});

test('on a phone, everything fits and can be touched', async ({ browser, request }) => {
  const { id, lantern } = await usedManifest(request);
  await request.put(`/api/assets/${lantern.asset_id}`, { data: { name: 'Storm lantern' } });
  for (const colorScheme of ['dark', 'light'] as const) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`/manifests/${id}`);
    await expect(versions(page).getByRole('listitem')).toHaveCount(2);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const row = await versions(page).getByRole('button', { name: /^v1/ }).boundingBox();
    expect(row?.height).toBeGreaterThanOrEqual(44);
    await expectNoViolations(page, 'versions');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: 'Contact sheet as PDF' })).toBeVisible();
    await page.keyboard.press('Escape');
    await versions(page).getByRole('button', { name: /^v1/ }).click();
    await expect(page.getByRole('dialog').locator('ins')).toHaveText('Storm');
    await expectNoViolations(page, 'versions');
    await context.close();
  }
});

test('an image that cannot be read says so, in the sheet and in its detail', async ({ page, request }) => {
  const { id, lantern } = await usedManifest(request);
  await page.route('**/api/blobs/**', (route) => route.abort());
  await page.goto(`/manifests/${id}?type=PROP`);
  await expect(page.getByText('The image cannot be read')).toHaveCount(2);
  await page.getByRole('button', { name: `${lantern.manifest_tag} ${lantern.name}` }).click();
  await expect(page.getByRole('dialog').getByText('The image cannot be read')).toBeVisible();
});
