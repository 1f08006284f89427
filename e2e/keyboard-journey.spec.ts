import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { heard } from './support.ts';

async function picture(name: string, hue: number) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
    <rect width="100%" height="100%" fill="hsl(${hue} 40% 30%)"/>
    <circle cx="315" cy="300" r="180" fill="hsl(${hue + 120} 70% 60%)"/>
  </svg>`;
  return { name, mimeType: 'image/png', buffer: await sharp(Buffer.from(svg)).png().toBuffer() };
}

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'link' | 'textbox' = 'button') {
  const target = page.getByRole(role, { name }).first();
  await heard(target);
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('from the library to a film without a mouse', async ({ page }) => {
  const name = `By keys ${Math.random().toString(36).slice(2, 8)}`;

  await test.step('N begins a manifest, which gets its name', async () => {
    await page.goto('/manifests');
    // The keys of everywhere come with the first effects of the page.
    await expect(async () => {
      await page.keyboard.press('n');
      await expect(page).toHaveURL(/\/manifests\/new/, { timeout: 2000 });
    }).toPass();
    await tabTo(page, 'Manifest name', 'textbox');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  });

  await test.step('files are chosen, one gets its type', async () => {
    await tabTo(page, 'Choose files');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles([await picture('mara.png', 20), await picture('env-pier.png', 200)]);
    const list = page
      .getByRole('region', { name: 'Sources' })
      .getByRole('list', { name: 'Images', exact: true });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await tabTo(page, /Mara/);
    await page.keyboard.press('Space');
    await page.keyboard.press('1');
    await expect(list.getByText('CHAR_01')).toBeVisible();
  });

  await test.step('both are analysed', async () => {
    await tabTo(page, 'Analyse 2 images');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Use in a generation' })).toBeVisible({ timeout: 60_000 });
  });

  await test.step('a film is started with them', async () => {
    await tabTo(page, 'Use in a generation', 'link');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/generate\?manifest=/);
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await tabTo(page, 'Prompt', 'textbox');
    await page.keyboard.type('Mara walks along the pier.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}/, { timeout: 30_000 });
  });

  await test.step('and the library is two keys away, where the manifest is selected, deleted and kept', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await expect(page).toHaveURL(/\/manifests$/);
    await heard(page.getByLabel('Search the library'));
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await expect(page.getByRole('article')).toHaveCount(1);
    await tabTo(page, name, 'link');
    await page.keyboard.press('x');
    await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
    await page.keyboard.press('#');
    await expect(page.getByRole('dialog')).toContainText(name);
  });
});
