import { readFile } from 'node:fs/promises';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import type { Asset } from '../lib/schemas/asset.ts';
import type { ManifestDetail } from '../lib/schemas/manifest.ts';
import { expectNoViolations, heard } from './support.ts';

// Every test analyses real images first, which a busy machine does slowly.
test.describe.configure({ timeout: 300_000 });

type Upload = { file: string; name: string; type: string } | { buffer: Buffer; name: string; type: string };

const MARA: Upload = { file: 'CHAR_01-mara.png', name: 'Mara', type: 'CHARACTER' };
const SHEET: Upload = { file: 'CHAR_03-mara-turnaround.png', name: 'Turnaround', type: 'CHARACTER' };
const HARBOUR: Upload = { file: 'ENV_01-harbour-at-dusk.jpg', name: 'Harbour', type: 'ENVIRONMENT' };
const KEY: Upload = { file: 'PROP_02-tower-key.png', name: 'Tower key', type: 'PROP' };

async function detailOf(request: APIRequestContext, id: string): Promise<ManifestDetail> {
  const response = await request.get(`/api/manifests/${id}`);
  expect(response.status()).toBe(200);
  return response.json();
}

/** A manifest with these images, analysed. */
async function analysed(request: APIRequestContext, uploads: Upload[], { analyse = true } = {}) {
  const created = await request.post('/api/manifests', { data: { name: 'Canvas', category: 'CUSTOM' } });
  const id = ((await created.json()) as ManifestDetail).manifest_id;
  for (const upload of uploads) {
    const buffer = 'file' in upload ? await readFile(`prisma/example/${upload.file}`) : upload.buffer;
    const name = 'file' in upload ? upload.file : 'picture.png';
    const mimeType = name.endsWith('.jpg') ? 'image/jpeg' : 'image/png';
    const response = await request.post(`/api/manifests/${id}/assets`, {
      multipart: { name: upload.name, asset_type: upload.type, file: { name, mimeType, buffer } },
    });
    expect(response.status()).toBe(201);
  }
  if (analyse) {
    expect((await request.post(`/api/manifests/${id}/process`, { data: {} })).status()).toBe(202);
    await expect.poll(async () => (await detailOf(request, id)).status, { timeout: 150_000 }).toBe('READY');
  }
  const { assets } = await detailOf(request, id);
  const byName = (name: string) => assets.find((asset) => asset.name === name) as Asset;
  return { id, byName };
}

/** Cutting decodes the image in a process of its own, which may have to start first. */
const CUT_MS = 60_000;

async function open(page: Page, id: string, asset: Asset, more = '') {
  await page.goto(`/manifests/${id}/edit?step=review&asset=${asset.asset_id}${more}`);
  await heard(page.getByRole('region', { name: 'Sources' }));
}
const picture = (page: Page) => page.getByRole('region', { name: 'Picture' });
const side = (page: Page) => page.getByRole('region', { name: 'Details' });
const slot = (page: Page, name: RegExp) =>
  side(page).getByRole('list', { name: 'Reference views' }).getByRole('button', { name });

test('a figure of a turnaround becomes a view of its subject, by keyboard, and links lead both ways', async ({
  page,
  request,
}) => {
  const { id, byName } = await analysed(request, [SHEET, HARBOUR]);
  await open(page, id, byName('Turnaround'));

  await test.step('boxes are focused and chosen with keys', async () => {
    const boxes = page.getByRole('list', { name: 'Boxes' });
    await expect(boxes.getByRole('button')).toHaveCount(4);
    const figure = boxes.getByRole('button', { name: /^Figure 2 0\.9/ });
    await figure.focus();
    await page.keyboard.press('Enter');
    await expect(figure).toHaveAttribute('aria-pressed', 'true');
  });
  await test.step('kept with the name and type that are offered, as the front', async () => {
    await page.getByRole('button', { name: 'Keep “Figure 2” as an asset' }).click();
    const form = page.getByRole('form', { name: 'Keep as an asset' });
    await expect(form.getByLabel('Name of the crop')).toHaveValue('Turnaround, figure 2');
    await expect(form.getByLabel('Name of the crop')).toBeFocused();
    await form.getByRole('combobox', { name: 'Side it shows' }).click();
    await page.getByRole('option', { name: 'Front' }).click();
    await form.getByRole('button', { name: 'Keep as an asset' }).click();
  });
  await test.step('it is cut where the box was, and stands in the slot', async () => {
    const crop = page.getByRole('list', { name: 'Crops from it' }).getByRole('button', { name: /figure 2/ });
    await expect(crop).toBeVisible({ timeout: CUT_MS });
    await expect(slot(page, /^Front: CHAR_02/)).toBeVisible();
    const made = (await detailOf(request, id)).assets.find((asset) => asset.source === 'extracted');
    const parent = byName('Turnaround');
    const box = parent.detections?.find(({ label }) => label === 'Figure 2')?.bbox;
    expect(made).toMatchObject({
      view: 'front',
      view_of_asset_id: parent.asset_id,
      source_asset_id: parent.asset_id,
      detection_class: 'Figure 2',
      analysis_state: 'none',
    });
    expect(Math.abs((made?.width ?? 0) - (box?.width ?? 0) * (parent.width ?? 0))).toBeLessThanOrEqual(1);
    await crop.click();
  });
  await test.step('the crop names what it was cut from', async () => {
    await expect(page.getByText('Cropped from')).toBeVisible();
    await page
      .getByRole('region', { name: 'Canvas' })
      .getByRole('button', { name: 'CHAR_01 Turnaround' })
      .last()
      .click();
    await expect(page).toHaveURL(new RegExp(byName('Turnaround').asset_id));
  });
});

test('a picture is zoomed and moved with keys, wheel, buttons and the mouse', async ({ page, request }) => {
  const { id, byName } = await analysed(request, [HARBOUR, KEY], { analyse: false });
  await open(page, id, byName('Harbour'), '&view=image');
  const image = page.getByRole('img', { name: 'Harbour' });
  const widthOf = async () => (await image.boundingBox())?.width ?? 0;
  const leftOf = async () => (await image.boundingBox())?.x ?? 0;
  const level = page.getByRole('button', { name: /^Zoom (fit|\d+ %)/ });
  await expect(level).toHaveText('Fit');
  const whole = await widthOf();

  await page.keyboard.press('Control+=');
  await expect(level).toHaveText(/%/);
  await expect.poll(widthOf).toBeGreaterThan(whole * 1.2);
  await page.keyboard.press('Control+0');
  await expect(level).toHaveText('Fit');
  await expect.poll(widthOf).toBeCloseTo(whole, 0);

  await level.click();
  await expect(level).toHaveText('100 %');
  await expect.poll(widthOf).toBeCloseTo(byName('Harbour').width ?? 0, 0);

  await picture(page).focus();
  const before = await leftOf();
  await page.keyboard.press('ArrowRight');
  await expect.poll(leftOf).toBeLessThan(before - 40);
  const moved = await leftOf();
  const place = (await picture(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width / 2 + 60, place.y + place.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(leftOf).toBeGreaterThan(moved + 40);

  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await expect(level).toHaveText('Fit');
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.wheel(0, -240);
  await expect.poll(widthOf).toBeGreaterThan(whole * 1.05);
  expect(await widthOf()).toBeLessThan(whole * 3);
  await picture(page).focus();
  await page.keyboard.press('0');
  await expect.poll(widthOf).toBeCloseTo(whole, 0);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(byName('Tower key').asset_id));
});

test('a new crop is drawn with mouse and keys, and what is too small says so', async ({ page, request }) => {
  const { id, byName } = await analysed(request, [HARBOUR], { analyse: false });
  const harbour = byName('Harbour');
  await open(page, id, harbour, '&view=image');
  await (await heard(page.getByRole('button', { name: 'New crop' }))).click();
  const form = page.getByRole('form', { name: 'Keep as an asset' });
  const half = `${Math.round((harbour.width ?? 0) / 2)} × ${Math.round((harbour.height ?? 0) / 2)} px`;
  await expect(form.getByText(half)).toBeVisible();

  const handle = page.getByRole('button', { name: /south ?east/i });
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(form.getByText(half)).toBeHidden();

  const place = (await page.getByRole('img', { name: 'Harbour' }).boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await page.mouse.move(place.x + 20, place.y + 20);
  await page.mouse.down();
  await page.mouse.move(place.x + 24, place.y + 24, { steps: 3 });
  await page.mouse.up();
  await expect(form.getByText(/each side needs 32 px or more/)).toBeVisible();
  await expect(form.getByRole('button', { name: 'Keep as an asset' })).toBeDisabled();

  await page.mouse.move(place.x + place.width * 0.6, place.y + place.height * 0.6);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width * 0.9, place.y + place.height * 0.9, { steps: 6 });
  await page.mouse.up();
  await form.getByLabel('Name of the crop').fill('Boats');
  await form.getByRole('button', { name: 'Keep as an asset' }).click();
  await expect(page.getByRole('button', { name: 'PROP_01 Boats' }).first()).toBeVisible({ timeout: CUT_MS });
  const made = (await detailOf(request, id)).assets.find(({ name }) => name === 'Boats');
  expect((made?.width ?? 0) / (harbour.width ?? 1)).toBeCloseTo(0.3, 1);
});

test('reference slots are filled, swapped and cleared, one is primary, and undo brings them back', async ({
  page,
  request,
}) => {
  const { id, byName } = await analysed(request, [MARA, SHEET, KEY], { analyse: false });
  await open(page, id, byName('Mara'));
  const views = async () =>
    (await detailOf(request, id)).assets.map(
      ({ name, view, is_primary }) => `${name} ${view}${is_primary ? ' *' : ''}`,
    );

  await test.step('fill: the search finds it, Enter takes it', async () => {
    await slot(page, /^Front: empty/).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Image for Front').fill('mara');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(slot(page, /^Front: CHAR_01 Mara/)).toBeVisible();
    await slot(page, /^Side: empty/).click();
    await page.getByRole('option', { name: 'CHAR_02 Turnaround' }).click();
    await expect.poll(views).toEqual(['Mara front', 'Turnaround side', 'Tower key null']);
  });
  await test.step('swap', async () => {
    await slot(page, /^Side: CHAR_02/).click();
    await page.getByRole('option', { name: 'Swap with Front' }).click();
    await expect.poll(views).toEqual(['Mara side', 'Turnaround front', 'Tower key null']);
  });
  await test.step('primary by key, and it takes the mark from the other', async () => {
    await picture(page).focus();
    await page.keyboard.press('p');
    await expect.poll(views).toEqual(['Mara side *', 'Turnaround front', 'Tower key null']);
    await slot(page, /^Front: CHAR_02/).click();
    await page.getByRole('option', { name: 'Make it primary' }).click();
    await expect.poll(views).toEqual(['Mara side', 'Turnaround front *', 'Tower key null']);
    await expect(slot(page, /^Front: CHAR_02/).getByLabel('primary reference')).toBeVisible();
  });
  await test.step('clear, and undo', async () => {
    await slot(page, /^Front: CHAR_02/).click();
    await page.getByRole('option', { name: 'Clear the slot' }).click();
    await expect(slot(page, /^Front: empty/)).toBeVisible();
    await picture(page).focus();
    await page.keyboard.press('Control+z');
    await expect(slot(page, /^Front: CHAR_02/)).toBeVisible();
  });
  await test.step('a file fills a slot', async () => {
    await side(page)
      .getByLabel('Image file for Full body')
      .setInputFiles('prisma/example/CHAR_02-old-tomas.png');
    await expect(slot(page, /^Full body: CHAR_03/)).toBeVisible({ timeout: CUT_MS });
  });
});

test('a review is filtered in the URL, says what would mend an image, and makes the crop', async ({
  page,
  request,
}) => {
  const small = await sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><circle cx="150" cy="140" r="30" fill="#222"/></svg>',
    ),
  )
    .png()
    .toBuffer();
  const { id, byName } = await analysed(request, [HARBOUR, { buffer: small, name: 'Dot', type: 'PROP' }]);
  await request.put(`/api/assets/${byName('Harbour').asset_id}`, {
    data: { description: 'Gabled houses.', reverse_prompt: 'mine' },
  });
  await open(page, id, byName('Harbour'));
  const list = page
    .getByRole('region', { name: 'Sources' })
    .getByRole('list', { name: 'Images', exact: true });

  await test.step('under 6', async () => {
    await page.getByRole('button', { name: 'Under 6 1' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(page).toHaveURL(/show=weak/);
    await page.reload();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(side(page).getByRole('heading', { name: 'Dot' })).toBeVisible();
  });
  await test.step('crop to subject', async () => {
    const advice = side(page).getByRole('list', { name: 'What would mend it' });
    await expect(advice.getByText(/^narrow: 300 px/)).toBeVisible();
    await advice.getByRole('button', { name: 'Crop to subject' }).click();
    await expect(page.getByText('Dot, subject is kept as PROP_02.')).toBeVisible({ timeout: CUT_MS });
    await expect(page.getByRole('button', { name: 'Not analysed 1' })).toBeVisible();
  });
  await test.step('the text from analysis comes back', async () => {
    await page.getByRole('button', { name: 'All 3', exact: true }).click();
    await list.getByRole('button', { name: /Harbour/ }).click();
    await expect(side(page).getByLabel('Reverse prompt', { exact: true })).toHaveValue('mine');
    await side(page).getByRole('button', { name: 'Use the text from analysis for reverse prompt' }).click();
    await expect(side(page).getByLabel('Reverse prompt', { exact: true })).toHaveValue(
      /Harbour, gabled houses/,
    );
  });
  await test.step('those listed are analysed again', async () => {
    await page.getByRole('button', { name: 'Not analysed 1' }).click();
    await page.getByRole('button', { name: 'Analyse more images again' }).click();
    await page.getByRole('menuitem', { name: 'The 1 listed' }).click();
    await expect
      .poll(async () => (await detailOf(request, id)).assets.every((a) => a.analysis_state === 'done'))
      .toBe(true);
  });
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`the review passes axe in ${colorScheme}, on a desk and on a phone`, async ({ page, request }) => {
    const { id, byName } = await analysed(request, [SHEET, HARBOUR]);
    await page.emulateMedia({ colorScheme });
    await open(page, id, byName('Turnaround'));
    await expect(page.getByRole('button', { name: /^Figure 1 0/ })).toBeVisible();
    await expectNoViolations(page, 'creator-canvas');
    await page.getByRole('button', { name: 'New crop' }).click();
    await expect(page.getByRole('form', { name: 'Keep as an asset' })).toBeVisible();
    await expectNoViolations(page, 'creator-canvas');

    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, id, byName('Turnaround'));
    await page.getByRole('radiogroup', { name: 'Panel' }).getByText('Image').click();
    await expect(page.getByRole('button', { name: /^Figure 1 0/ })).toBeVisible();
    await expectNoViolations(page, 'creator-canvas');
    const small = await page.getByRole('button').evaluateAll((buttons) =>
      buttons
        .filter((button) => !button.closest('[aria-label="Boxes"]'))
        .map((button) => ({
          name: button.getAttribute('aria-label') ?? button.textContent,
          box: button.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 43.5)
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    expect(small).toEqual([]);
  });
}
