import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { ManifestDetail } from '../lib/schemas/manifest.ts';
import type { ProjectDetail } from '../lib/schemas/project.ts';
import { expectNoViolations, FILM_MS, read, stage } from './support.ts';

const KIT = path.resolve('../shared/fixtures/kit');
const EXAMPLE = path.resolve('prisma/example');
const IMAGE_FOLDER = existsSync(KIT) ? KIT : EXAMPLE;
const IMAGES = readdirSync(IMAGE_FOLDER).filter((name) => /\.(png|jpe?g|webp)$/.test(name));
const KIT_PROMPT =
  'The valley below the mountain, early light. The astronaut stops and looks back. The cat has been watching. Inside the shop someone has left a coffee for her.';

test.describe.configure({ timeout: 2 * FILM_MS });

const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true });
const generateButton = (page: Page) =>
  page.getByRole('complementary').getByRole('button', { name: /^Generate \d+ scenes?/ });
const projectIdOf = (page: Page) => /\/projects\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

const film = (page: Page) => read<ProjectDetail>(page.request, `/api/projects/${projectIdOf(page)}`);

/** The form, alive. */
async function openForm(page: Page, address = '/generate') {
  await page.goto(address);
  await expect(generateButton(page)).toBeEnabled();
}

async function start(page: Page) {
  await generateButton(page).click();
  await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}/);
}

test('images become a manifest, a prompt becomes a film, and the film plays to its end', async ({ page }) => {
  const manifestId = await test.step('drop images into a new manifest', async () => {
    await page.goto('/manifests/new');
    // A name that is typed makes the row; before the page is alive it makes none.
    await expect(async () => {
      await page.getByLabel('Manifest name').fill('');
      await page.getByLabel('Manifest name').fill('Valley kit');
      await expect(page).toHaveURL(/\/manifests\/[0-9a-f-]{36}\/edit/, { timeout: 3000 });
    }).toPass({ timeout: 60_000 });
    await page
      .getByLabel('Image files', { exact: true })
      .setInputFiles(IMAGES.map((name) => path.join(IMAGE_FOLDER, name)));
    await expect(
      page.getByRole('list', { name: 'Images', exact: true }).first().getByRole('listitem'),
    ).toHaveCount(IMAGES.length, { timeout: 60_000 });
    return /\/manifests\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  });
  const manifest = () => read<ManifestDetail>(page.request, `/api/manifests/${manifestId}`);

  await test.step('set the type of one by hand', async () => {
    await expect.poll(async () => (await manifest()).asset_count, { timeout: 60_000 }).toBe(IMAGES.length);
    const first = (await manifest()).assets.find((asset) => asset.asset_type === 'PROP');
    await page
      .getByRole('region', { name: 'Sources' })
      .getByRole('button', { name: new RegExp(first?.name ?? '', 'i') })
      .first()
      .click();
    await page.getByRole('button', { name: 'Object', exact: true }).click();
    await expect
      .poll(async () => (await manifest()).assets.find((a) => a.asset_id === first?.asset_id)?.manifest_tag)
      .toMatch(/^OBJ_/);
  });

  await test.step('analyse', async () => {
    await page.getByRole('button', { name: `Analyse ${IMAGES.length} images` }).click();
    await expect.poll(async () => (await manifest()).status, { timeout: FILM_MS }).toBe('READY');
    await page.getByRole('link', { name: 'Use in a generation' }).click();
  });

  await test.step('write the prompt and see what it takes', async () => {
    await expect(page.getByRole('heading', { name: 'Valley kit' })).toBeVisible();
    await expect(generateButton(page)).toBeEnabled();
    await promptOf(page).fill(KIT_PROMPT);
    await expect(page.getByRole('heading', { name: /What the film will take/ })).toBeVisible();
    await expect(page.getByText('Draft kept in this browser')).toBeVisible();
    await page.reload();
    await expect(promptOf(page)).toHaveValue(KIT_PROMPT);
    await expect(page.getByText('Valley kit v1 is frozen with this film.')).toBeVisible();
  });

  await test.step('generate and watch the stages', async () => {
    // Twice, as an impatient hand does: one film comes of it.
    await generateButton(page).dblclick();
    await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}/);
    await expect(stage(page, 'Prepare')).toContainText('Skipped, manifest was ready');
    await expect(stage(page, 'Storyboard').getByRole('img', { name: 'Done' })).toBeVisible({
      timeout: FILM_MS,
    });
    await expect(page.getByRole('img', { name: 'Scene 1, start' }).first()).toBeVisible({ timeout: FILM_MS });
    await expect(page.getByRole('button', { name: 'Play scene 1' })).toBeVisible({ timeout: FILM_MS });
    await expect(page.getByRole('region', { name: 'Film', exact: true })).toBeVisible({ timeout: FILM_MS });
    await expect(page.getByText('Complete', { exact: true })).toBeVisible();
  });

  await test.step('one film, and one use of the manifest', async () => {
    const films = await read<ProjectDetail[]>(page.request, `/api/projects?manifest_id=${manifestId}`);
    expect(films.map((each) => each.project_id)).toEqual([projectIdOf(page)]);
    expect((await manifest()).times_used).toBe(1);
    const detail = await film(page);
    expect(detail.manifest_version).toBe(1);
    expect(detail.scenes.every((scene) => scene.clips[0]?.state === 'done')).toBe(true);
  });

  await test.step('play it to its end', async () => {
    const video = page.getByRole('region', { name: 'Film', exact: true }).locator('video').first();
    await video.evaluate((element: HTMLVideoElement) => {
      element.playbackRate = 4;
    });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.ended), { timeout: 90_000 })
      .toBe(true);
    const { time, seconds } = await video.evaluate((element: HTMLVideoElement) => ({
      time: element.currentTime,
      seconds: element.duration,
    }));
    expect(seconds).toBeGreaterThanOrEqual(15);
    expect(time).toBeCloseTo(seconds, 1);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  });

  await test.step('jump by key and by scene', async () => {
    const playhead = page.getByRole('slider', { name: 'Playhead' });
    await playhead.press('Home');
    await expect(playhead).toHaveAttribute('aria-valuenow', '0');
    await page.getByRole('button', { name: 'Next scene' }).click();
    const [first] = (await film(page)).scenes;
    await expect(playhead).toHaveAttribute('aria-valuetext', new RegExp(`1 ${first?.title}`));
    // The tooltip under the mouse stands outside the landmarks.
    await page.mouse.move(600, 300);
    await expect(page.getByRole('tooltip')).toBeHidden();
    await expectNoViolations(page, 'film');
  });

  await test.step('download it', async () => {
    const waiting = page.waitForEvent('download');
    await page
      .getByRole('banner')
      .or(page.getByRole('main'))
      .getByRole('link', { name: 'Download film' })
      .first()
      .click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/\.mp4$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(4, 8).toString()).toBe('ftyp');
    expect(bytes.length).toBe((await film(page)).film_bytes);
  });

  await test.step('the film keeps its snapshot when the manifest moves on', async () => {
    const [asset] = (await manifest()).assets;
    await page.request.put(`/api/assets/${asset?.asset_id}`, {
      data: { description: 'Changed afterwards.' },
    });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'The manifest has moved on' })).toBeVisible();
    await expect(page.getByText('This film keeps v1.')).toBeVisible();
    await page.getByRole('link', { name: 'Open in the form' }).click();
    await expect(promptOf(page)).toHaveValue(KIT_PROMPT);
  });
});

test('a stopped film keeps what is finished and goes on from there', async ({ page }) => {
  await openForm(page);
  await promptOf(page).fill('A long road. The road at dusk. The road at night. The road again, empty.');
  await page.getByLabel('Total').fill('0:40');
  await page.getByLabel('Total').press('Enter');
  await start(page);
  await expect(page.getByRole('button', { name: 'Play scene 1' })).toBeVisible({ timeout: FILM_MS });
  await page.getByRole('main').getByRole('button', { name: 'Stop', exact: true }).first().click();
  await expect(page.getByText('Stopped', { exact: true }).first()).toBeVisible({ timeout: 60_000 });

  const stopped = await film(page);
  expect(stopped.status).toBe('cancelled');
  const kept = stopped.scenes.flatMap((scene) => scene.clips).filter((clip) => clip.state === 'done');
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(stopped.scenes.length);

  await page.getByRole('region', { name: 'What comes next' }).getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('region', { name: 'Film', exact: true })).toBeVisible({ timeout: FILM_MS });
  const resumed = await film(page);
  expect(resumed.status).toBe('complete');
  const clips = resumed.scenes.flatMap((scene) => scene.clips);
  expect(kept.map((clip) => [clip.clip_id, clip.url, clip.finished_at])).toEqual(
    kept
      .map(({ clip_id }) => clips.find((clip) => clip.clip_id === clip_id))
      .map((clip) => [clip?.clip_id, clip?.url, clip?.finished_at]),
  );
});

test('the picker searches, moves by arrows and shows drafts on demand', async ({ page, request }) => {
  const name = `Picker draft ${Date.now().toString(36)}`;
  const created = await request.post('/api/manifests', { data: { name } });
  const { manifest_id: id } = await created.json();
  await openForm(page);
  await page.getByRole('button', { name: /^(Choose a manifest|Change)$/ }).click();
  const dialog = page.getByRole('dialog');
  const search = dialog.getByRole('combobox', { name: 'Search manifests' });
  await expect(search).toBeFocused();
  await search.fill(name);
  await expect(dialog.getByText(`Nothing matches “${name}”.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Show drafts too' }).click();
  await expect(dialog.getByRole('option', { name })).toBeVisible();
  await expectNoViolations(page, 'picker');
  await search.fill('');
  await dialog.getByRole('button', { name: 'Ready' }).click();
  const options = dialog.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await search.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await search.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/is frozen with this film\./)).toBeVisible();
  await request.delete(`/api/manifests/${id}`);
});

test('a manifest deleted meanwhile is said, and nothing typed is lost', async ({ page, request }) => {
  const created = await request.post('/api/manifests', { data: { name: 'Soon gone' } });
  const { manifest_id: id } = await created.json();
  await openForm(page, `/generate?manifest=${id}`);
  await expect(page.getByRole('heading', { name: 'Soon gone' })).toBeVisible();
  await promptOf(page).fill('Words that must stay.');
  await request.delete(`/api/manifests/${id}`);
  await generateButton(page).click();
  await expect(
    page
      .getByRole('complementary')
      .getByText(/was deleted/)
      .first(),
  ).toBeVisible();
  await expect(promptOf(page)).toHaveValue('Words that must stay.');

  await promptOf(page).fill('Words that must stay, and more.');
  await expect(page).toHaveURL(/\/generate$/);
  await page.reload();
  await expect(promptOf(page)).toHaveValue('Words that must stay, and more.');
  await page.getByRole('button', { name: 'Go on without' }).click();
  await expect(page.getByText(/made from the prompt alone/)).toBeVisible();
  await expect(promptOf(page)).toHaveValue('Words that must stay, and more.');
});

test('films are listed, searched and deleted', async ({ page, request }) => {
  const stamp = Date.now().toString(36);
  for (const title of [`First ${stamp}`, `Second ${stamp}`]) {
    const data = { title, prompt: 'A quiet pier at dusk.', run_through: 'storyboard' };
    expect((await request.post('/api/generate', { data })).status()).toBe(202);
  }
  await page.goto('/projects');
  const list = page.getByRole('list', { name: 'Films' });
  await expect(list.getByRole('link', { name: `First ${stamp}`, exact: true })).toBeVisible();
  await expect(async () => {
    await page.getByRole('searchbox', { name: 'Search films' }).fill('');
    await page.getByRole('searchbox', { name: 'Search films' }).fill(`second ${stamp}`);
    await expect(page).toHaveURL(/q=second/, { timeout: 3000 });
  }).toPass();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expectNoViolations(page, 'films');
  await list.getByRole('link').first().click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete film' }).click();
  await expect(page).toHaveURL(/\/projects$/);
  await expect(list.getByRole('link', { name: `First ${stamp}`, exact: true })).toBeVisible();
  await expect(list.getByText(`Second ${stamp}`)).toHaveCount(0);
});
