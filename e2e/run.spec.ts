import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import type { ProjectDetail } from '../lib/schemas/project.ts';
import { expectNoViolations, FILM_MS, heard, stage } from './support.ts';

test.describe.configure({ timeout: 2 * FILM_MS });

const LONG =
  'A long road at dawn. The road at noon. A rider passes. The road at dusk. The moon over the road. The road again, empty.';

/** What a test leaves running would slow the next one down. */
const started: string[] = [];
test.afterEach(async ({ request }) => {
  for (const id of started.splice(0)) await request.post(`/api/projects/${id}/stop`);
});

async function startFilm(request: APIRequestContext, more: object = {}): Promise<string> {
  const body = { prompt: LONG, aspect_ratio: '1:1', clip_duration: 4, total_duration: 24, ...more };
  const response = await request.post('/api/generate', { data: body });
  expect(response.status()).toBe(202);
  const { project_id } = await response.json();
  started.push(project_id);
  return project_id;
}
const film = async (request: APIRequestContext, id: string): Promise<ProjectDetail> =>
  (await request.get(`/api/projects/${id}`)).json();

const main = (page: Page) => page.getByRole('main');
const stopButton = (page: Page) => main(page).getByRole('button', { name: 'Stop', exact: true }).first();
const next = (page: Page) => page.getByRole('region', { name: 'What comes next' });

/** The paths that the page asks for, in order. */
function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

test('a film appears step by step without a reload and without polling', async ({ page, request }) => {
  const id = await startFilm(request);
  const asked = requestsOf(page);
  await page.goto(`/projects/${id}`);
  await expect(stage(page, 'Storyboard')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Scene 1, start' })).toBeVisible({ timeout: FILM_MS });
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await expect(stage(page, 'Clips')).toContainText(/Scene \d, \d+ %/, { timeout: FILM_MS });
  await expect(page.getByText(/\d:\d\d elapsed, \d+:\d\d left/)).toBeVisible({ timeout: FILM_MS });
  await expectNoViolations(page, 'running');
  await expect(page.getByRole('button', { name: 'Play scene 1' })).toBeVisible({ timeout: FILM_MS });
  await expect(page.getByRole('region', { name: 'Film', exact: true })).toBeVisible({ timeout: FILM_MS });
  await expect(page.getByText('30 fps, 720p')).toBeVisible();

  const count = (path: string) => asked.filter((each) => each === path).length;
  // The whole film is read when a stage begins, not when a step ends: 6 scenes have 18 of them.
  expect(count(`/api/projects/${id}`), 'reads of the film').toBeLessThanOrEqual(9);
  expect(count(`/api/projects/${id}/events`), 'streams').toBeLessThanOrEqual(2);
  expect(count('/api/projects'), 'reads of the list').toBeLessThanOrEqual(1);
  // Each opens a stream; films of other tests make a few more. A poll every two seconds would be dozens.
  expect(count('/api/projects/running'), 'looks for running films').toBeLessThanOrEqual(10);
});

test('a film that is stopped rests within two seconds and goes on from there', async ({ page, request }) => {
  const id = await startFilm(request);
  await page.goto(`/projects/${id}`);
  await expect(page.getByRole('button', { name: 'Play scene 1' })).toBeVisible({ timeout: FILM_MS });
  await (await heard(stopButton(page))).click();
  await expect
    .poll(async () => (await film(request, id)).status, { timeout: 2_500, intervals: [100] })
    .toBe('cancelled');
  await expect(next(page).getByText('Stopped', { exact: true })).toBeVisible();
  const kept = (await film(request, id)).scenes.flatMap((s) => s.clips).filter((c) => c.state === 'done');
  expect(kept.length).toBeGreaterThan(0);
  await next(page).getByRole('button', { name: 'Resume' }).click();
  await expect(stopButton(page)).toBeVisible();
  await expect(page.getByText('Kept from before')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Film', exact: true })).toBeVisible({ timeout: FILM_MS });
  const clips = (await film(request, id)).scenes.flatMap((s) => s.clips);
  for (const { clip_id, finished_at } of kept)
    expect(clips).toContainEqual(expect.objectContaining({ clip_id, finished_at }));
});

test('a film waits after the stage that was asked for, and continues', async ({ page, request }) => {
  const id = await startFilm(request, { run_through: 'keyframes', total_duration: 8 });
  await page.goto(`/projects/${id}`);
  await expect(next(page)).toContainText('Stopped after the keyframes, as you asked', { timeout: FILM_MS });
  await expect(stage(page, 'Clips')).toContainText('Not asked for');
  await expectNoViolations(page, 'staged');
  await (await heard(next(page).getByRole('button', { name: 'Continue' }))).click();
  await expect(page.getByRole('region', { name: 'Film', exact: true })).toBeVisible({ timeout: FILM_MS });
});

test('a page that was without network catches up at once when it is back', async ({
  page,
  context,
  request,
}) => {
  const id = await startFilm(request);
  await page.goto(`/projects/${id}`);
  await expect(page.getByRole('img', { name: 'Scene 1, start' })).toBeVisible({ timeout: FILM_MS });
  await context.setOffline(true);
  // Meanwhile clips are made, which this page cannot hear of.
  const isMade = async () =>
    (await film(request, id)).scenes.some((s) => s.clips.some((c) => c.state === 'done'));
  await expect.poll(isMade, { timeout: FILM_MS, intervals: [250] }).toBe(true);
  const resumed = page.waitForRequest((each) =>
    each.url().includes(`/api/projects/${id}/events?last_event_id=`),
  );
  await context.setOffline(false);
  await resumed;
  await expect(page.getByRole('button', { name: /^Play scene \d/ }).first()).toBeVisible({ timeout: 5_000 });
});

test('a list follows its running films by one stream', async ({ page, request }) => {
  const id = await startFilm(request);
  const asked = requestsOf(page);
  await page.goto('/projects');
  const row = page.getByRole('list', { name: 'Films' }).getByRole('listitem').first();
  await expect(row).toContainText('Making clips', { timeout: FILM_MS });
  const reads = asked.filter((path) => path === '/api/projects').length;
  await expect
    .poll(async () => (await film(request, id)).scenes_done, { timeout: FILM_MS })
    .toBeGreaterThan(0);
  await expect(row).toContainText('Making clips');
  expect(asked.filter((path) => path === '/api/projects').length).toBe(reads);
  await request.post(`/api/projects/${id}/stop`);
  await expect(row).toContainText('Stopped', { timeout: 10_000 });
});

test('on a phone the run is one column with its one button under the thumb', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const id = await startFilm(request);
  await page.goto(`/projects/${id}`);
  await expect(page.getByRole('img', { name: 'Scene 1, start' })).toBeVisible({ timeout: FILM_MS });
  await expect(page.getByText('safe to close this page')).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const bar = page.getByText('safe to close this page').locator('..').locator('..');
  const stop = bar.getByRole('button', { name: 'Stop', exact: true });
  expect((await stop.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expectNoViolations(page, 'running, phone');
  await (await heard(stop)).click();
  await expect(next(page).getByText('Stopped', { exact: true })).toBeVisible();
});
