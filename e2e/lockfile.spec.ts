import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { Lockfile, VerifyAnswer } from '../lib/schemas/lockfile.ts';
import { aSmallFilm, finished } from './small-film.ts';
import { expectNoViolations, FILM_MS, heard } from './support.ts';

test.describe.configure({ timeout: 2 * FILM_MS });

const facts = (page: Page) => page.getByLabel('Facts');
const dialog = (page: Page) => page.getByRole('dialog');

test('a film is locked, verified, deleted, and made again from its bundle, frame by frame', async ({
  page,
}) => {
  const title = `Locked ${Math.random().toString(36).slice(2, 8)}`;
  const film = await aSmallFilm(page.request, title);
  const address = `/api/projects/${film.project_id}/lockfile`;

  const lockfile = await test.step('the page shows its digest and downloads it', async () => {
    await page.goto(`/projects/${film.project_id}`);
    const download = page.waitForEvent('download');
    await (await heard(facts(page).getByRole('link', { name: 'Download lockfile' }))).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`${title}.lockfile.json`);
    const bytes = await readFile(await saved.path());
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect((await page.request.head(address)).headers().etag).toBe(`"${digest}"`);
    await expect(facts(page).getByTitle(digest)).toBeVisible();
    return bytes;
  });

  await test.step('verify says that it holds, and a reload remembers', async () => {
    await facts(page).getByRole('button', { name: 'Verify', exact: true }).click();
    await expect(facts(page).getByText(/^Verified /)).toBeVisible();
    await expectNoViolations(page, 'facts');
    await page.reload();
    await expect(facts(page).getByText(/^Verified /)).toBeVisible();
    const changed: Lockfile = JSON.parse(lockfile.toString());
    if (changed.scenes[0]) changed.scenes[0].plan.camera_move = 'crane_down';
    const answer = await page.request.post('/api/projects/verify', { data: changed });
    const { holds, findings }: VerifyAnswer = await answer.json();
    expect(holds).toBe(false);
    expect(findings).toMatchObject([{ code: 'scene-input', scene: 0 }]);
  });

  const bundle = await (await page.request.get(`/api/projects/${film.project_id}/bundle`)).body();
  expect((await page.request.delete(`/api/projects/${film.project_id}`)).status()).toBe(200);

  await test.step('the dialog says which film it is', async () => {
    await page.goto('/projects');
    await (await heard(page.getByRole('button', { name: 'Make from lockfile' }))).click();
    const input = page.getByLabel('Lockfile or bundle', { exact: true });
    await input.setInputFiles({
      name: 'notes.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
    await expect(dialog(page).getByRole('alert')).toHaveText('This is not a lockfile of a film.');
    await input.setInputFiles({ name: 'a.film.zip', mimeType: 'application/zip', buffer: bundle });
    await expect(dialog(page).getByRole('heading', { name: title })).toBeVisible();
    await expect(dialog(page)).toContainText('2 scenes, 0:07, 16:9');
    await expect(dialog(page)).toContainText('All 2 files are at hand.');
    await expectNoViolations(page, 'dialog');
  });

  await test.step('and makes it again with the same frames', async () => {
    await dialog(page).getByRole('button', { name: 'Make 2 scenes' }).click();
    await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}$/);
    const id = page.url().split('/').at(-1) ?? '';
    expect(id).not.toBe(film.project_id);
    await finished(page.request, id);
    const before: Lockfile = JSON.parse(lockfile.toString());
    const after: Lockfile = await (await page.request.get(`/api/projects/${id}/lockfile`)).json();
    expect(after.film.parts).toEqual(before.film.parts);
    expect(after.snapshot).toEqual(before.snapshot);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/projects/${id}`);
    await expect(facts(page).getByRole('button', { name: 'Verify', exact: true })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await expectNoViolations(page, 'phone');
  });
});
