import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { ProjectDetail } from '../lib/schemas/project.ts';
import { aSmallFilm } from './small-film.ts';
import { FILM_MS, heard } from './support.ts';
import { unzip } from './unzip.ts';

test.describe.configure({ mode: 'serial', timeout: 2 * FILM_MS });

let film: ProjectDetail;
test.beforeAll(async ({ request }) => {
  test.setTimeout(FILM_MS);
  film = await aSmallFilm(request, 'Handed off');
});

const button = (page: Page) => page.getByRole('button', { name: 'Hand off', exact: true });

async function openMenu(page: Page) {
  await (await heard(button(page))).click();
  await expect(page.getByRole('menuitem', { name: 'Film (MP4)' })).toBeVisible();
}

async function save(page: Page, name: string): Promise<{ fileName: string; bytes: Buffer }> {
  await openMenu(page);
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name, exact: true }).click();
  const saved = await download;
  return { fileName: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

test('a package for an editor has its list and the files it names', async ({ page }) => {
  await page.goto(`/projects/${film.project_id}`);
  const { fileName, bytes } = await save(page, 'OpenTimelineIO');
  expect(fileName).toBe('Handed off otio.zip');
  const entries = await unzip(bytes);
  expect(entries.map((entry) => entry.name)).toEqual([
    'Handed off.otio',
    'media/film.mp4',
    'media/scene-01.mp4',
    'media/scene-02.mp4',
  ]);
  const list = Buffer.from(entries[0]?.bytes ?? []).toString();
  for (const { name } of entries.slice(1)) expect(list).toContain(`"target_url": "${name}"`);
  for (const { name, bytes } of entries.slice(1))
    expect(Buffer.from(bytes.subarray(4, 8)).toString(), name).toBe('ftyp');

  const edl = await save(page, 'EDL (CMX 3600)');
  expect(Buffer.from((await unzip(edl.bytes))[0]?.bytes ?? []).toString()).toContain('FCM: NON-DROP FRAME');
  const xml = await save(page, 'Final Cut Pro XML');
  const text = Buffer.from((await unzip(xml.bytes))[0]?.bytes ?? []).toString();
  expect(text).toContain('src="./media/scene-02.mp4"');
  // A browser's own reader of XML finds nothing wrong with it.
  const faults = await page.evaluate(
    (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('parsererror').length,
    text,
  );
  expect(faults).toBe(0);
});

test('the storyboard goes out to print and to sort', async ({ page }) => {
  await page.goto(`/projects/${film.project_id}`);
  const pdf = await save(page, 'Storyboard (PDF)');
  expect(pdf.fileName).toBe('Handed off storyboard.pdf');
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const csv = await save(page, 'Storyboard (CSV)');
  expect(csv.bytes.toString().trimEnd().split('\r\n')).toHaveLength(1 + film.scenes.length);
});

test('the menu is reached by keyboard, on a phone too', async ({ page }) => {
  await page.goto(`/projects/${film.project_id}`);
  await (await heard(button(page))).focus();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id} ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Film (MP4)' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Film (MP4)' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button(page)).toBeFocused();

  await page.setViewportSize({ width: 390, height: 844 });
  const box = await button(page).boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await openMenu(page);
  await expect(page.getByRole('menuitem', { name: 'Bundle with its images' })).toBeVisible();
});
