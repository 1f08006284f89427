import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { nameFromFile } from '../lib/assets/file-name.ts';
import type { ManifestDetail } from '../lib/schemas/manifest.ts';

/** A picture with enough in it to be measured; `hue` tells them apart. */
async function picture(name: string, hue: number, { width = 900, height = 600 } = {}) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue} 40% 30%)"/>
    <circle cx="${width * 0.35}" cy="${height * 0.5}" r="${height * 0.3}" fill="hsl(${hue + 120} 70% 60%)"/>
    <rect x="${width * 0.6}" y="${height * 0.2}" width="${width * 0.2}" height="${height * 0.5}" fill="hsl(${hue + 200} 60% 45%)"/>
  </svg>`;
  return { name, mimeType: 'image/png', buffer: await sharp(Buffer.from(svg)).png().toBuffer() };
}

const manifestIdOf = (page: Page) => /\/manifests\/([0-9a-f-]{36})\/edit/.exec(page.url())?.[1] ?? '';

async function detailOf(request: APIRequestContext, id: string): Promise<ManifestDetail> {
  const response = await request.get(`/api/manifests/${id}`);
  expect(response.status()).toBe(200);
  return response.json();
}

/** A new manifest with these pictures, uploaded through the page. */
async function createWith(page: Page, files: Awaited<ReturnType<typeof picture>>[]) {
  await page.goto('/manifests/new');
  await page.getByLabel('Image files', { exact: true }).setInputFiles(files);
  await expect(
    page.getByRole('list', { name: 'Images', exact: true }).first().getByRole('listitem'),
  ).toHaveCount(files.length);
  await expect(page).toHaveURL(/\/edit/);
  const id = manifestIdOf(page);
  // Files sent side by side take their places once all of them are there.
  const names = files.map((file) => nameFromFile(file.name));
  await expect
    .poll(async () => (await detailOf(page.request, id)).assets.map((asset) => asset.name))
    .toEqual(names);
  return id;
}

const sources = (page: Page) => page.getByRole('region', { name: 'Sources' });
const row = (page: Page, name: RegExp) =>
  sources(page).getByRole('list', { name: 'Images', exact: true }).getByRole('button', { name });
const side = (page: Page) => page.getByRole('region', { name: 'Details' });

test('images become tagged assets, and a wrong file says why and harms none of the others', async ({
  page,
  request,
}) => {
  const whole = await picture('character-anton.png', 60);
  const tiff = await sharp(whole.buffer).tiff().toBuffer();
  await page.goto('/manifests/new');
  await page.getByLabel('Image files', { exact: true }).setInputFiles([
    { name: 'tiff-named.jpg', mimeType: 'image/jpeg', buffer: tiff },
    { ...whole, name: 'truncated.png', buffer: whole.buffer.subarray(0, whole.buffer.length / 2) },
  ]);
  await expect(sources(page).getByText('This is a TIFF. Use PNG, JPEG or WebP.')).toBeVisible();
  await expect(sources(page).getByText(/damaged/)).toBeVisible();

  await page
    .getByLabel('Image files', { exact: true })
    .setInputFiles([await picture('character-mara.png', 20), await picture('env-harbour.png', 200)]);
  await expect(row(page, /Mara/)).toBeVisible();
  await expect(row(page, /Harbour/)).toBeVisible();

  const { assets } = await detailOf(request, manifestIdOf(page));
  expect(assets.map((a) => [a.name, a.manifest_tag]).toSorted()).toEqual([
    ['Harbour', 'ENV_01'],
    ['Mara', 'CHAR_01'],
  ]);

  await page.getByRole('button', { name: 'Remove tiff-named.jpg' }).click();
  await expect(sources(page).getByText('This is a TIFF.')).toBeHidden();
});

test('a new manifest gets one row, however fast it is changed, and keeps its page', async ({
  page,
  request,
}) => {
  await page.goto('/manifests/new');
  // Counted by its name: other tests make manifests at the same time.
  const title = `The Boatbuilder ${Math.random().toString(36).slice(2, 8)}`;
  const name = page.getByLabel('Manifest name');
  await name.fill(title);
  await page
    .getByLabel('Image files', { exact: true })
    .setInputFiles([await picture('prop-lamp.png', 40), await picture('prop-oil-can.png', 80)]);
  await expect(page).toHaveURL(/\/manifests\/[0-9a-f-]{36}\/edit/);
  await expect(row(page, /Oil can/)).toBeVisible();
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  const found = await request.get(`/api/manifests?limit=1&q=${encodeURIComponent(title)}`);
  expect(found.headers()['x-total-count']).toBe('1');
  const detail = await detailOf(request, manifestIdOf(page));
  expect(detail.name).toBe(title);
  expect(detail.asset_count).toBe(2);
  await page.reload();
  await expect(name).toHaveValue(title);
});

test('name, type, description and tags are saved as they are typed', async ({ page, request }) => {
  const id = await createWith(page, [await picture('workshop.png', 30)]);
  await row(page, /Workshop/).click();

  await test.step('type: a key gives a new tag', async () => {
    await page.keyboard.press('2');
    await expect(side(page).getByText('ENV_01')).toBeVisible();
  });
  await test.step('texts and tags', async () => {
    await side(page).getByLabel('Name', { exact: true }).fill('Workshop at dusk');
    await side(page).getByLabel('Description').fill('Always lit from the left.');
    await side(page).getByLabel('Your tags').fill('interior');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => {
        const [asset] = (await detailOf(request, id)).assets;
        return [asset?.name, asset?.description, asset?.user_tags.join(), asset?.manifest_tag];
      })
      .toEqual(['Workshop at dusk', 'Always lit from the left.', 'interior', 'ENV_01']);
  });
  await test.step('a refused name stays on screen with its reason, and nothing is lost', async () => {
    const name = side(page).getByLabel('Name', { exact: true });
    await name.fill('');
    await expect(side(page).getByText('The name must not be empty.')).toBeVisible();
    await expect(name).toHaveValue('');
    await name.fill('Workshop');
    await expect(side(page).getByText('The name must not be empty.')).toBeHidden();
    await expect.poll(async () => (await detailOf(request, id)).assets[0]?.name).toBe('Workshop');
  });
});

test('files keep the order they were given, whichever arrives or is answered first', async ({ page }) => {
  await page.addInitScript(() => {
    const [twoIsThere, oneIsAnswered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { send } = XMLHttpRequest.prototype;
    // The second file reaches the server first, and the answer to the first one comes first.
    XMLHttpRequest.prototype.send = function (body) {
      const { onload } = this;
      const isOne = body instanceof FormData && body.get('name') === 'One';
      this.onload = (event) => {
        if (!isOne) twoIsThere.resolve();
        (isOne ? Promise.resolve() : oneIsAnswered.promise).then(() => {
          onload?.call(this, event);
          if (isOne) oneIsAnswered.resolve();
        });
      };
      (isOne ? twoIsThere.promise : Promise.resolve()).then(() => send.call(this, body));
    };
  });
  await createWith(page, [await picture('prop-one.png', 10), await picture('prop-two.png', 100)]);
});

test('the order changes with Alt and the arrows and is announced', async ({ page, request }) => {
  const id = await createWith(page, [
    await picture('prop-one.png', 10),
    await picture('prop-two.png', 100),
    await picture('prop-three.png', 190),
  ]);
  await row(page, /One/).click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('One, position 2 of 3')).toBeAttached();
  await expect.poll(async () => (await detailOf(request, id)).assets[1]?.name).toBe('One');
});

test('a deleted image vanishes at once and comes back with its tag', async ({ page, request }) => {
  const id = await createWith(page, [await picture('prop-one.png', 10), await picture('prop-two.png', 100)]);
  await row(page, /One/).click();
  await side(page).getByRole('button', { name: 'Delete One' }).click();
  await expect(row(page, /One/)).toBeHidden();
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, /One/)).toBeVisible();
  expect((await detailOf(request, id)).assets).toHaveLength(2);

  await row(page, /Two/).click();
  await side(page).getByRole('button', { name: 'Delete Two' }).click();
  await page.goto('/manifests');
  await expect.poll(async () => (await detailOf(request, id)).assets.length).toBe(1);
});

test('the analysis fills in quality and texts, and an edited text stays the user’s', async ({
  page,
  request,
}) => {
  const id = await createWith(page, [
    await picture('character-mara.png', 20),
    await picture('env-harbour.png', 200, { width: 1600, height: 900 }),
  ]);
  await page.getByRole('button', { name: 'Analyse 2 images' }).click();
  await expect(page).toHaveURL(/step=process/);
  await expect(page.getByText('2 of 2')).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await detailOf(request, id)).status, { timeout: 60_000 }).toBe('READY');

  await page.getByText('Review', { exact: true }).first().click();
  await row(page, /Harbour/).click();
  await expect(side(page).getByText('quality')).toBeVisible();
  const prompt = side(page).getByLabel('Reverse prompt');
  await expect(prompt).not.toHaveValue('');
  await prompt.fill('A harbour at dusk, lamps lit.');
  await expect(side(page).getByText('yours')).toBeVisible();
  await expect
    .poll(async () => (await detailOf(request, id)).assets.find((a) => a.name === 'Harbour')?.reverse_prompt)
    .toBe('A harbour at dusk, lamps lit.');
  await expect(page.getByRole('link', { name: 'Use in a generation' })).toHaveAttribute(
    'href',
    `/generate?manifest=${id}`,
  );
});

test('the creator passes axe in every step', async ({ page }) => {
  await createWith(page, [await picture('character-mara.png', 20)]);
  for (const step of ['upload', 'process', 'review']) {
    await page.goto(`${page.url().split('?')[0]}?step=${step}`);
    await expect(page.getByLabel('Manifest name')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${step}: ${v.id} ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  }
});

test('on a phone one panel shows at a time and every target is large enough', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await createWith(page, [await picture('character-mara.png', 20)]);
  await row(page, /Mara/).click();
  await expect(side(page)).toBeVisible();
  await expect(sources(page)).toBeHidden();
  for (const button of await page.getByRole('main').getByRole('button').filter({ visible: true }).all()) {
    const box = await button.boundingBox();
    expect(box?.height, (await button.textContent()) ?? undefined).toBeGreaterThanOrEqual(44);
  }
});
