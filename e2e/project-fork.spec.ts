import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import type { Asset } from '../lib/schemas/asset.ts';
import type { GenerateAnswer, ProjectDetail } from '../lib/schemas/project.ts';
import { expectNoViolations, FILM_MS, heard } from './support.ts';

const EXAMPLE = path.resolve('prisma/example');

test.describe.configure({ mode: 'serial', timeout: 2 * FILM_MS });

const CAST = [
  { name: 'Mara', asset_type: 'CHARACTER', file: 'CHAR_01-mara.png' },
  { name: 'Harbour', asset_type: 'ENVIRONMENT', file: 'ENV_01-harbour-at-dusk.jpg' },
  { name: 'Tower', asset_type: 'ENVIRONMENT', file: 'ENV_02-skerry-light.jpg' },
] as const;
/** Two shots: the harbour with Mara, then the tower. */
const PROMPT = '@CHAR_01 waits at @ENV_01. @ENV_02 is dark in the storm.';

const fileOf = async (name: string) => ({
  name,
  mimeType: name.endsWith('.png') ? 'image/png' : 'image/jpeg',
  buffer: await readFile(path.join(EXAMPLE, name)),
});

async function ok<T>(response: Awaited<ReturnType<APIRequestContext['get']>>): Promise<T> {
  expect(response.ok(), `${response.url()}: ${await response.text()}`).toBe(true);
  return (await response.json()) as T;
}

const readFilm = async (request: APIRequestContext, id: string) =>
  ok<ProjectDetail>(await request.get(`/api/projects/${id}`));

async function complete(request: APIRequestContext, id: string): Promise<ProjectDetail> {
  await expect
    .poll(async () => (await readFilm(request, id)).status, { timeout: FILM_MS, intervals: [500] })
    .toBe('complete');
  return readFilm(request, id);
}

async function newCast(request: APIRequestContext) {
  const { manifest_id } = await ok<{ manifest_id: string }>(
    await request.post('/api/manifests', { data: { name: 'Harbour kit' } }),
  );
  const assets: Asset[] = [];
  for (const { name, asset_type, file } of CAST)
    assets.push(
      await ok<Asset>(
        await request.post(`/api/manifests/${manifest_id}/assets`, {
          multipart: { name, asset_type, file: await fileOf(file) },
        }),
      ),
    );
  return { manifest_id, assets };
}

const SETTINGS = { clip_duration: 2, total_duration: 4, seed: 7 };

const picturesOf = (film: ProjectDetail) =>
  film.scenes.map((scene) => [...scene.keyframes, ...scene.clips].map((step) => step.url));

test('a film is forked, generated again with what the library holds now, and keeps what it was made of', async ({
  page,
}) => {
  const { request } = page;
  const { manifest_id, assets } = await newCast(request);
  const { project_id: id } = await ok<GenerateAnswer>(
    await request.post('/api/generate', {
      data: { ...SETTINGS, prompt: PROMPT, title: 'The tower', manifest_id },
    }),
  );
  const film = await complete(request, id);
  expect(film.scenes.map((s) => s.placements.some((p) => p.tag === 'ENV_02'))).toEqual([false, true]);

  await test.step('a fork with another aspect ratio makes every scene on the same storyboard', async () => {
    await page.goto(`/projects/${id}`);
    await (await heard(page.getByRole('button', { name: 'Fork', exact: true }))).click();
    const dialog = page.getByRole('dialog', { name: 'Fork “The tower”' });
    await expect(dialog.getByText('All 2 scenes are shared. Only the film is stitched anew.')).toBeVisible();
    await expect(page).toHaveURL(/\?fork=true/);
    await expectNoViolations(page, 'fork');
    await dialog.getByText('9:16', { exact: true }).click();
    await expect(dialog.getByText('All 2 scenes are made anew, on the same storyboard.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Make the fork' }).click();
    await expect(page).not.toHaveURL(new RegExp(id));
    await expect(page.getByLabel('Film title')).toHaveValue('The tower (Fork)');
    await expect(page.getByText('Fork of The tower')).toBeVisible();
    const forkId = /\/projects\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    const fork = await complete(request, forkId);
    expect(fork).toMatchObject({ aspect_ratio: '9:16', forked_from_id: id });
    expect(fork.scenes.map((s) => s.description)).toEqual(film.scenes.map((s) => s.description));
    expect(picturesOf(fork).flat()).not.toEqual(expect.arrayContaining([picturesOf(film)[0]?.[0]]));
    await page.getByRole('link', { name: 'The tower', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/projects/${id}`));
    await expect(page.getByRole('heading', { name: '1 fork' })).toBeVisible();
  });

  await test.step('the manifest moves on: pictures, words and touched scenes side by side', async () => {
    const [mara, , tower] = assets;
    await ok(
      await request.put(`/api/assets/${mara?.asset_id}`, { data: { description: 'In a mustard coat.' } }),
    );
    await ok(
      await request.post(`/api/assets/${tower?.asset_id}/upload`, {
        multipart: { file: await fileOf('ENV_03-lamp-room.jpg') },
      }),
    );
    await page.reload();
    const panel = page.getByRole('region', { name: 'The manifest has moved on' });
    await expect(panel.getByText('2 of 3 assets changed. This film keeps v1.')).toBeVisible();
    await expect(panel.getByRole('img', { name: 'Tower in v1' })).toBeVisible();
    await expect(panel.getByRole('img', { name: 'Tower in v2' })).toBeVisible();
    await expect(panel.locator('ins', { hasText: 'In a mustard coat.' })).toBeVisible();
    await expect(panel.getByText('Scene 1, whose pictures stay.')).toBeVisible();
    await expect(panel.getByText('Scene 2, made anew.')).toBeVisible();
    await expect(panel.getByText('v2 makes 1 of 2 scenes anew, the others are shared.')).toBeVisible();
    await (await heard(panel.getByRole('button', { name: 'Show all 2 differences' }))).click();
    const dialog = page.getByRole('dialog', { name: /Harbour kit, v1 of this film and v2 now/ });
    await expect(dialog.getByRole('article')).toHaveCount(2);
    await expectNoViolations(page, 'differences');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expectNoViolations(page, 'film');
  });

  await test.step('generated with today’s manifest, only the touched scene is made', async () => {
    await page.getByRole('button', { name: 'Generate with v2' }).click();
    await expect(page).not.toHaveURL(new RegExp(id));
    await expect(page.getByLabel('Film title')).toHaveValue('The tower (Fork)');
    const liveId = /\/projects\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    const live = await complete(request, liveId);
    const [first, second] = picturesOf(live);
    expect(first).toEqual(picturesOf(film)[0]);
    for (const url of picturesOf(film)[1] ?? []) expect(second).not.toContain(url);
    expect(live.manifest_version).toBe(2);
    const kept = await ok<{ version: number; times_used: number }>(
      await request.get(`/api/manifests/${manifest_id}`),
    );
    expect(kept).toMatchObject({ version: 2, times_used: 3 });
  });

  await test.step('every asset stays to be seen as it was', async () => {
    await page.goto(`/projects/${id}`);
    await (await heard(page.getByRole('button', { name: 'Show all 3 assets as they were' }))).click();
    const dialog = page.getByRole('dialog', { name: /Harbour kit v1, as this film froze it/ });
    const list = dialog.getByRole('list', { name: 'Frozen assets' });
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await list.getByRole('button', { name: /Mara/ }).click();
    await expect(dialog.getByRole('article', { name: 'CHAR_01 Mara' })).toBeVisible();
    await expect(dialog.getByText('In a mustard coat.')).toBeHidden();
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('article', { name: /Harbour/ })).toBeVisible();
    await expect(page).toHaveURL(/frozen=ENV_01/);
    await expectNoViolations(page, 'frozen');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('on a phone the fork is in the menu and nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/projects/${id}`);
    await (await heard(page.getByRole('button', { name: 'More', exact: true }))).click();
    await page.getByRole('menuitem', { name: 'Fork' }).click();
    const dialog = page.getByRole('dialog', { name: 'Fork “The tower”' });
    await expect(dialog.getByText('All 2 scenes are shared. Only the film is stitched anew.')).toBeVisible();
    await expectNoViolations(page, 'fork at 390');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await expectNoViolations(page, 'film at 390');
  });
});

test('a quick upload is saved to the library with one press after the film', async ({ page }) => {
  const { request } = page;
  const form = new FormData();
  const { buffer } = await fileOf('ENV_01-harbour-at-dusk.jpg');
  form.append('images[]', new File([new Uint8Array(buffer)], 'harbour.jpg', { type: 'image/jpeg' }));
  const fields = {
    ...SETTINGS,
    total_duration: 2,
    prompt: 'The harbour lies still.',
    title: 'Still harbour',
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  const { project_id: id } = await ok<GenerateAnswer>(
    await request.post('/api/generate', { multipart: form }),
  );
  const film = await complete(request, id);
  await page.goto(`/projects/${id}`);
  await expect(page.getByRole('link', { name: /Still harbour/ })).toHaveCount(0);
  await heard(page.getByRole('button', { name: 'Save to library' }));
  await expectNoViolations(page, 'quick upload');
  await page.getByLabel('Name in the library').fill('Harbour plates');
  await page.getByRole('button', { name: 'Save to library' }).click();
  await expect(page.getByText('Harbour plates is in the library.')).toBeVisible();
  const link = page
    .getByRole('region', { name: 'Frozen with this film' })
    .getByRole('link', { name: 'Harbour plates' });
  await expect(link).toHaveAttribute('href', `/manifests/${film.manifest_id}`);
  await expect(page.getByRole('button', { name: 'Save to library' })).toHaveCount(0);
  await page.goto('/manifests?q=Harbour+plates');
  await expect(page.getByRole('heading', { name: 'Harbour plates' })).toBeVisible();
});
