import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import type { ManifestDetail } from '../lib/schemas/manifest.ts';
import { heard } from './support.ts';

/** A picture with enough in it to be measured; `hue` tells them apart. */
async function picture(name: string, hue: number, { width = 900, height = 600, quality = 90 } = {}) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue} 40% 30%)"/>
    <circle cx="${width * 0.35}" cy="${height * 0.5}" r="${height * 0.3}" fill="hsl(${hue + 120} 70% 60%)"/>
    <rect x="${width * 0.6}" y="${height * 0.2}" width="${width * 0.2}" height="${height * 0.5}" fill="hsl(${hue + 200} 60% 45%)"/>
  </svg>`;
  return { name, mimeType: 'image/jpeg', buffer: await sharp(Buffer.from(svg)).jpeg({ quality }).toBuffer() };
}

type Named = { name: string; type?: string };

/** A manifest made over the API, with an image each. */
async function manifestWith(request: APIRequestContext, name: string, assets: Named[]) {
  const made = await request.post('/api/manifests', { data: { name } });
  const { manifest_id: id } = await made.json();
  for (const [i, asset] of assets.entries()) {
    const file = await picture(`${asset.name}.jpg`, i * 40, { width: 300, height: 200 });
    const answer = await request.post(`/api/manifests/${id}/assets`, {
      multipart: { name: asset.name, asset_type: asset.type ?? 'CHARACTER', file },
    });
    expect(answer.status()).toBe(201);
  }
  return id as string;
}

async function detailOf(request: APIRequestContext, id: string): Promise<ManifestDetail> {
  const response = await request.get(`/api/manifests/${id}`);
  expect(response.status()).toBe(200);
  return response.json();
}

const tagsOf = async (request: APIRequestContext, id: string) =>
  (await detailOf(request, id)).assets.map((asset) => `${asset.name} ${asset.manifest_tag}`);

async function open(page: Page, id: string, query = '?step=upload') {
  await page.goto(`/manifests/${id}/edit${query}`);
  await heard(sources(page));
}
const sources = (page: Page) => page.getByRole('region', { name: 'Sources' });
const list = (page: Page) => sources(page).getByRole('list', { name: 'Images', exact: true });
const row = (page: Page, name: RegExp) => list(page).getByRole('button', { name });
const side = (page: Page) => page.getByRole('region', { name: 'Details' });
const toast = (page: Page, text: RegExp) => page.getByRole('alert').filter({ hasText: text });

test('two people who edit one image: other fields are merged, the same field is asked about', async ({
  page,
  context,
  request,
}) => {
  const id = await manifestWith(request, 'Two people', [{ name: 'Mara' }]);
  const other = await context.newPage();
  for (const each of [page, other]) {
    await open(each, id);
    await row(each, /Mara/).click();
  }

  await test.step('another field: no question', async () => {
    await other.bringToFront();
    await side(other).getByLabel('Name', { exact: true }).fill('Mara, older');
    await expect.poll(async () => (await detailOf(request, id)).assets[0]?.name).toBe('Mara, older');
    await side(page).getByLabel('Description').fill('Rust coat.');
    await expect.poll(async () => (await detailOf(request, id)).assets[0]?.description).toBe('Rust coat.');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(side(page).getByLabel('Name', { exact: true })).toHaveValue('Mara, older');
  });

  await test.step('the same field: both texts, and nothing typed is lost when the question is put away', async () => {
    await other.reload();
    await row(other, /Mara/).click();
    await side(other).getByLabel('Description').fill('Rust coat, torn sleeve.');
    await expect
      .poll(async () => (await detailOf(request, id)).assets[0]?.description)
      .toBe('Rust coat, torn sleeve.');
    await side(page).getByLabel('Description').fill('Rust coat with a lantern.');
    const dialog = page.getByRole('dialog', { name: 'Changed elsewhere' });
    await expect(dialog.getByRole('region', { name: 'Yours' })).toContainText('Rust coat with a lantern.');
    await expect(dialog.getByRole('region', { name: 'Theirs' })).toContainText('Rust coat, torn sleeve.');
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(side(page).getByLabel('Description')).toHaveValue('Rust coat with a lantern.');
    await expect(side(page).getByText('Not saved: it was changed elsewhere too.')).toBeVisible();
    expect((await detailOf(request, id)).assets[0]?.description).toBe('Rust coat, torn sleeve.');
  });

  await test.step('keep both', async () => {
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep both' }).click();
    await expect
      .poll(async () => (await detailOf(request, id)).assets[0]?.description)
      .toBe('Rust coat, torn sleeve.\n\nRust coat with a lantern.');
    await expect(
      page
        .getByRole('banner')
        .or(page.getByText('Saved', { exact: true }))
        .first(),
    ).toBeVisible();
  });

  await test.step('the manifest’s name, while uploads move its revision', async () => {
    await request.put(`/api/manifests/${id}`, { data: { name: 'Theirs' } });
    await page.getByLabel('Manifest name').fill('Mine');
    const dialog = page.getByRole('dialog', { name: 'Changed elsewhere' });
    await dialog.getByRole('button', { name: 'Take theirs' }).click();
    await expect(page.getByLabel('Manifest name')).toHaveValue('Theirs');
    expect((await detailOf(request, id)).name).toBe('Theirs');
  });
});

test('what was typed about an image that was deleted elsewhere can be copied', async ({ page, request }) => {
  const id = await manifestWith(request, 'Deleted elsewhere', [{ name: 'Mara' }, { name: 'Anton' }]);
  await open(page, id);
  await row(page, /Mara/).click();
  const [mara] = (await detailOf(request, id)).assets;
  await request.delete(`/api/assets/${mara?.asset_id}`);
  await side(page).getByLabel('Description').fill('An evening of work.');
  const dialog = page.getByRole('dialog', { name: 'Deleted elsewhere' });
  await expect(dialog).toContainText('An evening of work.');
  await expect(dialog.getByRole('button', { name: 'Copy the text' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Not saved: deleted elsewhere').first()).toBeVisible();
  await page.getByRole('button', { name: 'Compare' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
});

test('many images get a type and tags in one request each, and undo gives the old tags back', async ({
  page,
  request,
}) => {
  const id = await manifestWith(request, 'Bulk', [
    { name: 'One' },
    { name: 'Two' },
    { name: 'Three' },
    { name: 'Four' },
  ]);
  await open(page, id);
  const writes: string[] = [];
  page.on('request', (sent) => sent.method() === 'POST' && writes.push(sent.url()));

  await test.step('shift-range and a key', async () => {
    await row(page, /One/).click();
    await row(page, /Three/).click({ modifiers: ['Shift'] });
    await expect(side(page).getByRole('heading', { name: '3 images' })).toBeVisible();
    await page.keyboard.press('3');
    await expect
      .poll(() => tagsOf(request, id))
      .toEqual(['One PROP_01', 'Two PROP_02', 'Three PROP_03', 'Four CHAR_04']);
    expect(writes).toHaveLength(1);
  });
  await test.step('ctrl-Z and its way forward', async () => {
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => tagsOf(request, id))
      .toEqual(['One CHAR_01', 'Two CHAR_02', 'Three CHAR_03', 'Four CHAR_04']);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await tagsOf(request, id))[0]).toBe('One PROP_04');
    await page.getByRole('button', { name: 'Undo type' }).click();
    await expect.poll(async () => (await tagsOf(request, id))[0]).toBe('One CHAR_01');
  });
  await test.step('tags with how many have them', async () => {
    await row(page, /One/).click();
    await side(page).getByLabel('Your tags').fill('sea');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
    await row(page, /Three/).click({ modifiers: ['Shift'] });
    const tags = side(page).getByRole('list', { name: 'Tags of these images' });
    await expect(tags).toContainText('1 of 3');
    await tags.getByRole('button', { name: 'Add “sea” to all' }).click();
    await expect(tags).toContainText('all');
    await toast(page, /“sea” added to 2 images/)
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(tags).toContainText('1 of 3');
    await side(page).getByLabel('Tag for all of them').fill('dusk');
    await side(page).getByRole('button', { name: 'Add', exact: true }).click();
    await expect
      .poll(async () => (await detailOf(request, id)).assets.map((asset) => asset.user_tags.join()))
      .toEqual(['sea,dusk', 'dusk', 'dusk', '']);
  });
});

test('images are copied and moved to another manifest, and come back', async ({ page, request }) => {
  const id = await manifestWith(request, 'From here', [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }]);
  const other = await manifestWith(request, 'Harbour kit for the move', [{ name: 'Pier' }]);
  await open(page, id);
  await row(page, /One/).click();
  await row(page, /Two/).click({ modifiers: ['ControlOrMeta'] });

  await test.step('move to a manifest that is searched for', async () => {
    await side(page).getByRole('button', { name: 'Move to…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Search manifests').fill('harbour kit');
    await dialog.getByRole('button', { name: /Harbour kit for the move/ }).click();
    await expect(dialog).toBeHidden();
    await expect(list(page).getByRole('listitem')).toHaveCount(1);
    expect(await tagsOf(request, other)).toEqual(['Pier CHAR_01', 'One CHAR_02', 'Two CHAR_03']);
  });
  await test.step('undo brings them back with their tags and places', async () => {
    await toast(page, /2 images moved to/)
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(list(page).getByRole('listitem')).toHaveCount(3);
    expect(await tagsOf(request, id)).toEqual(['One CHAR_01', 'Two CHAR_02', 'Three CHAR_03']);
    expect(await tagsOf(request, other)).toEqual(['Pier CHAR_01']);
  });
  await test.step('copy to a new manifest', async () => {
    await row(page, /One/).click();
    await row(page, /Three/).click({ modifiers: ['Shift'] });
    await side(page).getByRole('button', { name: 'Copy to…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'New manifest…' }).click();
    await dialog.getByLabel('Name of the new manifest').fill('Second unit');
    await dialog.getByRole('button', { name: 'Copy there' }).click();
    await expect(toast(page, /3 images copied to “Second unit”/)).toBeVisible();
    const found = await (await request.get('/api/manifests?q=Second%20unit')).json();
    expect(found[0]).toMatchObject({ name: 'Second unit', asset_count: 3 });
  });
});

test('near-duplicates are merged into the best one, and undo brings the others back', async ({
  page,
  request,
}) => {
  const made = await request.post('/api/manifests', { data: { name: 'Same pictures' } });
  const { manifest_id: id } = await made.json();
  for (const [name, size] of [
    ['Small', { width: 240, height: 160 }],
    ['Large', { width: 1500, height: 1000 }],
  ] as const)
    await request.post(`/api/manifests/${id}/assets`, {
      multipart: {
        name,
        asset_type: 'PROP',
        description: `${name} words.`,
        file: await picture(`${name}.jpg`, 20, size),
      },
    });
  await request.post(`/api/manifests/${id}/process`);
  await expect.poll(async () => (await detailOf(request, id)).status, { timeout: 60_000 }).toBe('READY');

  await open(page, id, '?step=review');
  const group = sources(page).getByRole('region', { name: 'Same picture' });
  await (await heard(group.getByRole('button', { name: 'Merge into PROP_02' }))).click();
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
  await toast(page, /PROP_01 merged into PROP_02/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(list(page).getByRole('listitem')).toHaveCount(2);

  await group.getByRole('button', { name: 'Merge into PROP_02' }).click();
  await expect
    .poll(async () => (await detailOf(request, id)).assets.map((asset) => asset.description), {
      timeout: 30_000,
    })
    .toEqual(['Large words.\n\nSmall words.']);
});

test('order and many at once by keyboard alone', async ({ page, request }) => {
  const id = await manifestWith(request, 'Keyboard', [
    { name: 'One' },
    { name: 'Two' },
    { name: 'Three' },
    { name: 'Four' },
  ]);
  await open(page, id);
  const names = async () => (await detailOf(request, id)).assets.map((asset) => asset.name).join();
  await row(page, /One/).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');

  await test.step('two marked with X move together', async () => {
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await expect(row(page, /Two/)).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(names).toBe('Three,One,Two,Four');
    await expect(page.getByText('2 images, from position 2 of 4')).toBeAttached();
    await page.keyboard.press('Alt+End');
    await expect.poll(names).toBe('Three,Four,One,Two');
    await page.keyboard.press('Control+z');
    await expect.poll(names).toBe('Three,One,Two,Four');
  });
  await test.step('all, one, a range, deleted in one request', async () => {
    await row(page, /Two/).focus();
    await page.keyboard.press('Control+a');
    await expect(side(page).getByRole('heading', { name: '4 images' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(side(page).getByLabel('Name', { exact: true })).toHaveValue('Two');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(side(page).getByRole('heading', { name: '2 images' })).toBeVisible();
    await page.keyboard.press('Delete');
    await expect(list(page).getByRole('listitem')).toHaveCount(2);
    await page.goto('/manifests');
    await expect.poll(names).toBe('Three,One');
  });
});

test('texts are undone and done again step by step', async ({ page, request }) => {
  const id = await manifestWith(request, 'Undo', [{ name: 'One' }]);
  await open(page, id);
  await row(page, /One/).click();
  const name = side(page).getByLabel('Name', { exact: true });
  await name.fill('First name');
  await side(page).getByLabel('Description').fill('Some words.');
  await page.getByRole('button', { name: 'Undo description' }).click();
  await expect(side(page).getByLabel('Description')).toHaveValue('');
  await page.getByRole('button', { name: 'Undo name' }).click();
  await expect(name).toHaveValue('One');
  await page.getByRole('button', { name: 'Redo name' }).click();
  await page.getByRole('button', { name: 'Redo description' }).click();
  await expect
    .poll(async () => {
      const [asset] = (await detailOf(request, id)).assets;
      return `${asset?.name}: ${asset?.description}`;
    })
    .toBe('First name: Some words.');
});

test('two thousand images: few rows are drawn, and selection and order still work', async ({
  page,
  request,
}) => {
  let id = await manifestWith(request, 'Two thousand', [
    { name: 'A' },
    { name: 'B' },
    { name: 'C' },
    { name: 'D' },
  ]);
  let other = await manifestWith(request, 'Two thousand, copies', [{ name: 'E' }]);
  for (let count = 0; count < 2000; ) {
    const { assets } = await detailOf(request, other);
    const answer = await request.post(`/api/manifests/${other}/assets/bulk`, {
      data: { op: 'copy', asset_ids: assets.map((asset) => asset.asset_id), to: { manifest_id: id } },
    });
    expect(answer.status()).toBe(200);
    count = (await detailOf(request, id)).asset_count;
    [id, other] = [other, id];
  }
  [id, other] = [other, id];
  const total = (await detailOf(request, id)).asset_count;
  await open(page, id);
  await expect(list(page).getByRole('listitem').first()).toHaveAttribute('aria-setsize', `${total}`);
  expect(await list(page).getByRole('listitem').count()).toBeLessThan(80);
  expect(await page.getByRole('list', { name: 'Contact sheet' }).getByRole('button').count()).toBeLessThan(
    80,
  );

  await list(page).getByRole('button').first().click();
  await page.keyboard.press('End');
  await expect(list(page).locator(`[aria-posinset="${total}"]`).getByRole('button')).toBeFocused();
  const lastId = (await detailOf(request, id)).assets.at(-1)?.asset_id;
  await page.keyboard.press('Alt+Home');
  await expect(page.getByText(`position 1 of ${total}`)).toBeAttached();
  await expect.poll(async () => (await detailOf(request, id)).assets[0]?.asset_id).toBe(lastId);

  await page.keyboard.press('Control+a');
  await expect(side(page).getByRole('heading', { name: `${total} images` })).toBeVisible();
  await page.keyboard.press('Escape');
  const name = side(page).getByLabel('Name', { exact: true });
  await name.press('End');
  await name.pressSequentially(' renamed', { delay: 0 });
  await expect.poll(async () => (await detailOf(request, id)).assets[0]?.name).toMatch(/renamed$/);
});

test('many files at once: four at a time, a refused one says why and keeps its card', async ({
  page,
  request,
}) => {
  const id = await manifestWith(request, 'Many files', []);
  let inFlight = 0;
  let most = 0;
  let refusedOnce = false;
  await page.route('**/api/manifests/*/assets', async (route) => {
    most = Math.max(most, ++inFlight);
    if (!refusedOnce) {
      refusedOnce = true;
      await route.fulfill({ status: 503, body: '' });
    } else await route.continue();
    inFlight -= 1;
  });
  await open(page, id);
  const files = await Promise.all(
    Array.from({ length: 24 }, (_, i) => picture(`prop-${i}.jpg`, i * 15, { width: 120, height: 80 })),
  );
  await page
    .getByLabel('Image files', { exact: true })
    .setInputFiles([
      ...files,
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no image') },
    ]);
  await expect.poll(async () => (await detailOf(request, id)).asset_count).toBe(23);
  await expect(sources(page).getByText(/This is not an image that can be read/)).toBeVisible();
  expect(most).toBeLessThanOrEqual(4);
  await sources(page).getByRole('button', { name: 'Retry', exact: true }).click();
  await expect.poll(async () => (await detailOf(request, id)).asset_count).toBe(24);
});

test('on a phone several images are picked and changed, with targets large enough and no violation', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const id = await manifestWith(request, 'Phone', [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }]);
  await open(page, id);
  await page.getByRole('button', { name: 'Select several images' }).click();
  for (const name of [/One/, /Two/, /Three/]) await row(page, name).click();
  await page.getByText('Details', { exact: true }).click();
  await expect(side(page).getByRole('heading', { name: '3 images' })).toBeVisible();
  for (const button of await page.getByRole('main').getByRole('button').filter({ visible: true }).all()) {
    const box = await button.boundingBox();
    expect(box?.height, (await button.textContent()) ?? undefined).toBeGreaterThanOrEqual(44);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id} ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  await side(page).getByRole('button', { name: 'Copy to…' }).click();
  await expect(page.getByRole('dialog').getByLabel('Search manifests')).toBeVisible();
});
