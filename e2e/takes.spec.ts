import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { makeTestVideo } from '../lib/media/testing.ts';
import type { ProjectDetail } from '../lib/schemas/project.ts';
import { expectNoViolations, FILM_MS, heard } from './support.ts';

/** A film of four seconds, on a busy machine of two cores. */
test.describe.configure({ mode: 'serial', timeout: 3 * FILM_MS });

let folder: string;
let filmId: string;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vidpipe-takes-'));
  await makeTestVideo(path.join(folder, 'own.mp4'), { seconds: 1 });
  await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c33' } })
    .png()
    .toFile(path.join(folder, 'own.png'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function film(page: Page): Promise<ProjectDetail> {
  const response = await page.request.get(`/api/projects/${filmId}`);
  expect(response.status()).toBe(200);
  return response.json();
}
const rests = (page: Page) =>
  expect.poll(async () => (await film(page)).status, { timeout: FILM_MS }).toBe('complete');

const panel = (page: Page) => page.getByRole('region', { name: 'Takes of scene 1' });
const take = (page: Page, number: number) =>
  panel(page).getByRole('button', { name: `Take ${number}`, exact: true });
const isChosen = (page: Page, number: number) =>
  expect(take(page, number)).toHaveAttribute('aria-pressed', 'true', { timeout: FILM_MS });

/** The film's page with its first scene showing. */
async function open(page: Page) {
  await page.goto(`/projects/${filmId}`);
  await expect(panel(page)).toBeVisible();
  await (await heard(take(page, 1))).scrollIntoViewIfNeeded();
  await page.getByRole('list', { name: 'Scenes' }).getByRole('button').first().click();
  await expect(page.getByRole('button', { name: 'Redo clip' })).toBeVisible();
}

test('another take is made beside the first, compared with it, and either may be in the film', async ({
  page,
}) => {
  await test.step('a film of four seconds', async () => {
    const answer = await page.request.post('/api/generate', {
      data: {
        prompt: 'A harbour at dusk. The light goes out.',
        clip_duration: 2,
        total_duration: 4,
        seed: 7,
      },
    });
    filmId = (await answer.json()).project_id;
    await rests(page);
  });
  const first = await film(page);

  await test.step('redo the clip: the film stays to be watched, the new take appears by itself', async () => {
    await open(page);
    await page.getByRole('button', { name: 'Redo clip' }).click();
    await expect(take(page, 2)).toBeAttached({ timeout: FILM_MS });
    await expect(page.getByRole('region', { name: 'Film', exact: true })).toBeVisible();
    await isChosen(page, 2);
    await expect(page.getByText('Complete', { exact: true })).toBeVisible({ timeout: FILM_MS });
    const now = await film(page);
    expect(now.film_hash).not.toBe(first.film_hash);
    expect(now.scenes[0]?.clips.map((clip) => clip.state)).toEqual(['done', 'done']);
    await expect(page.locator(`video[src$="${now.film_hash}"]`)).toBeVisible();
    await expectNoViolations(page, 'film with takes');
  });

  await test.step('compare the two and choose the first', async () => {
    await panel(page).getByRole('button', { name: 'Compare' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare takes of scene 1' });
    await expect(dialog.getByLabel('Left: take 1')).toBeVisible();
    await expect(dialog.getByLabel('Right: take 2')).toBeVisible();
    await expectNoViolations(page, 'compare');
    await dialog.getByRole('button', { name: 'Swap sides' }).click();
    await expect(dialog.getByLabel('Left: take 2')).toBeVisible();
    await dialog.getByRole('slider', { name: 'Playhead of both takes' }).press('ArrowRight');
    const times = () =>
      dialog.locator('video').evaluateAll((all) => all.map((v) => (v as HTMLVideoElement).currentTime));
    await expect.poll(async () => Math.min(...(await times()))).toBeGreaterThan(0.02);
    await dialog.getByRole('button', { name: 'Play both' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(async () => Math.min(...(await times())), { timeout: 30_000 }).toBeGreaterThan(0.5);
    await dialog.getByRole('button', { name: 'Use take 1' }).click();
    await expect(dialog.getByRole('button', { name: 'In the film' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await isChosen(page, 1);
    await rests(page);
    await expect.poll(async () => (await film(page)).is_film_stale).toBe(false);
  });

  await test.step('delete the other and take it back', async () => {
    await expect(page.getByText('Complete', { exact: true })).toBeVisible({ timeout: FILM_MS });
    await panel(page).getByRole('button', { name: 'Delete take 2' }).click();
    await expect(take(page, 2)).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(take(page, 2)).toBeVisible();
  });
});

test('an own picture and an own clip take the place of made ones', async ({ page }) => {
  await open(page);
  const before = await film(page);
  const start = panel(page).getByRole('group', { name: 'Start of scene 1' });

  await test.step('a picture for the start', async () => {
    await panel(page)
      .getByLabel('Own picture for the start of scene 1')
      .setInputFiles(path.join(folder, 'own.png'));
    await expect(start.getByText('Own picture', { exact: true }).first()).toBeVisible();
    await expect(start.getByRole('button', { name: 'Back to the made one' })).toBeVisible();
    const { keyframes, clips } = (await film(page)).scenes[0] ?? {};
    expect(keyframes?.[0]).toMatchObject({ source: 'uploaded', state: 'done' });
    expect(clips?.find((clip) => clip.is_chosen)?.is_stale).toBe(true);
    await expect(panel(page).getByText('Older text').first()).toBeVisible();
    await expectNoViolations(page, 'own picture');
  });

  await test.step('a wrong file says why and changes nothing', async () => {
    await panel(page)
      .getByLabel('Own clip for scene 1')
      .setInputFiles({ name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.from('not a video') });
    await expect(page.getByText('This is not a video that can be read. Use MP4, MOV or WebM.')).toBeVisible();
    expect((await film(page)).scenes[0]?.clips).toHaveLength(2);
  });

  await test.step('a clip for the scene', async () => {
    await panel(page).getByLabel('Own clip for scene 1').setInputFiles(path.join(folder, 'own.mp4'));
    await isChosen(page, 3);
    await expect(panel(page).getByText('Own clip', { exact: true }).last()).toBeVisible();
    await rests(page);
    const after = await film(page);
    expect(after.film_hash).not.toBe(before.film_hash);
    const { clips, duration } = after.scenes[0] ?? {};
    expect(clips?.[2]).toMatchObject({ source: 'uploaded', duration, is_stale: false });
  });

  await test.step('keyframes as a zip', async () => {
    const answer = await page.request.get(`/api/projects/${filmId}/keyframes.zip`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).includes('01-start.png')).toBe(true);
  });
});

test('on a phone all of it is there and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await panel(page).scrollIntoViewIfNeeded();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  for (const name of ['Own clip', 'Compare', 'Redo clip']) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    expect(box?.height, name).toBeGreaterThanOrEqual(44);
  }
  await expectNoViolations(page, 'phone');
  await panel(page).getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('video')).toHaveCount(2);
  await expectNoViolations(page, 'compare on a phone');
});
