import { expect, type Locator, type Page, test } from '@playwright/test';
import type { ProjectDetail } from '../lib/schemas/project.ts';
import { expectNoViolations, FILM_MS, heard } from './support.ts';

test.describe.configure({ timeout: 2 * FILM_MS });

const PROMPT = 'The harbour @ENV_01 empties. @CHAR_01 walks the pier. @CHAR_02 waits.';

const film = async (page: Page, id: string): Promise<ProjectDetail> =>
  (await page.request.get(`/api/projects/${id}`)).json();

async function startFilm(page: Page, settings: object = {}): Promise<string> {
  const example = async (): Promise<{ manifest_id: string } | undefined> =>
    (await (await page.request.get('/api/manifests?q=Lamplighter&status=READY')).json()).find(
      ({ name }: { name: string }) => name === 'The Lamplighter',
    );
  // On an empty server it is still being analysed.
  await expect.poll(example, { timeout: FILM_MS }).toBeDefined();
  const manifest = await example();
  const answer = await page.request.post('/api/generate', {
    data: {
      prompt: PROMPT,
      title: 'The pier',
      clip_duration: 2,
      total_duration: 6,
      manifest_id: manifest?.manifest_id,
      ...settings,
    },
  });
  expect(answer.status()).toBe(202);
  return (await answer.json()).project_id;
}

const untilStatus = async (page: Page, id: string, status: string) => {
  await expect.poll(async () => (await film(page, id)).status, { timeout: FILM_MS }).toBe(status);
  return film(page, id);
};

const grid = (page: Page) => page.getByRole('grid', { name: 'References by scene' });
const cell = (page: Page, tag: string, scene: number) =>
  grid(page).getByRole('button', { name: new RegExp(`^${tag} .* in scene ${scene}$`) });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const press = async (button: Locator) => (await heard(button)).click();
const outOfDate = (page: Page) => page.getByRole('status').filter({ hasText: 'out of date' });
/** Who of a film's scenes has how many takes, by scene. */
const takes = ({ scenes }: ProjectDetail) => new Map(scenes.map((s) => [s.scene_id, s.clips.length]));

test('a film that waits after its storyboard is edited in the grid by keys, and goes on with it', async ({
  page,
}) => {
  const id = await startFilm(page, { run_through: 'storyboard' });
  const before = await untilStatus(page, id, 'staged');
  await page.goto(`/projects/${id}`);

  await test.step('arrows move, Space puts in, Space takes out', async () => {
    await (await heard(cell(page, 'CHAR_01', 1))).focus();
    await expect(cell(page, 'CHAR_01', 1)).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Space');
    await expect(cell(page, 'CHAR_01', 1)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText(/Mara is in scene 1\. Image of CHAR_01/)).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(cell(page, 'CHAR_01', 2)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(cell(page, 'CHAR_02', 2)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(cell(page, 'CHAR_02', 1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(cell(page, 'CHAR_02', 3)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(cell(page, 'CHAR_02', 3)).toHaveAttribute('aria-pressed', 'false');
    // Only one cell of the grid takes the Tab key.
    await expect(grid(page).locator('button[tabindex="0"]')).toHaveCount(1);
  });

  await test.step('put back at once, it stands as it stood', async () => {
    await page.keyboard.press('Space');
    await expect(cell(page, 'CHAR_02', 3)).toHaveAttribute('aria-pressed', 'true');
    await expect
      .poll(async () => (await film(page, id)).scenes[2]?.placements)
      .toEqual(before.scenes[2]?.placements);
  });

  await test.step('what is in no scene yet can be shown and put in', async () => {
    await page.getByRole('button', { name: /^Show \d+ more of the snapshot$/ }).click();
    const [row] = await grid(page).getByRole('rowheader').filter({ hasText: 'OBJ_' }).allTextContents();
    const tag = /OBJ_\d+/.exec(row ?? '')?.[0] ?? '';
    await cell(page, tag, 2).click();
    await expect(cell(page, tag, 2)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('list', { name: 'Scenes' }).getByRole('listitem').nth(1)).toContainText(tag);
  });
  await expectNoViolations(page, 'storyboard');

  await test.step('continue makes the film of the edited scenes', async () => {
    await press(page.getByRole('button', { name: 'Continue' }));
    const done = await untilStatus(page, id, 'complete');
    expect(done.scenes[0]?.placements.map((each) => each.tag)).toContain('CHAR_01');
    expect(done.scenes.every((scene) => scene.clips.length === 1)).toBe(true);
    expect(done.is_film_stale).toBe(false);
  });
});

test('an edited scene is out of date until the film is brought up to date, and only it has a new take', async ({
  page,
}) => {
  const id = await startFilm(page);
  const before = await untilStatus(page, id, 'complete');
  await page.goto(`/projects/${id}`);
  const strip = page.getByRole('list', { name: 'Scenes' });

  await test.step('edit the scene under the player', async () => {
    await press(strip.getByRole('button').nth(1));
    await press(page.getByRole('button', { name: 'Edit scene' }));
    const editor = dialog(page, 'Scene 2');
    await expect(editor.getByLabel('Title')).toBeFocused();
    await editor.getByLabel('Text').fill('Mara runs back from the pier.');
    await editor.getByRole('button', { name: 'Add a line' }).click();
    await editor.getByLabel('Words of line 1').fill('The lamp is out.');
    await expectNoViolations(page, 'editor');
    await editor.getByRole('button', { name: 'Save scene' }).click();
    await expect(editor).toBeHidden();
    await expect(page.getByText('Scene 2 saved')).toBeVisible();
    await expect(page.getByText('Mara runs back from the pier.')).toBeVisible();
  });

  await test.step('it is marked, and the bar counts', async () => {
    await expect(outOfDate(page)).toContainText('2 pictures, 1 clip and the film are out of date.');
    await expect(strip.getByRole('listitem').nth(1)).toContainText('out of date');
    await expect(strip.getByRole('listitem').nth(0)).not.toContainText('out of date');
  });

  await test.step('one press makes just that', async () => {
    await page.getByRole('button', { name: 'Bring up to date' }).click();
    await expect(page.getByRole('list', { name: 'Stages' })).toBeVisible();
    const done = await untilStatus(page, id, 'complete');
    await expect(page.getByRole('region', { name: 'Film', exact: true })).toBeVisible({ timeout: FILM_MS });
    await expect(outOfDate(page)).toHaveCount(0);
    expect(done.scenes.map((scene) => scene.clips.length)).toEqual([1, 2, 1]);
    // Without captions the local engine draws no text: the other take is equal, and so is the film.
    expect(done).toMatchObject({ is_film_stale: false, film_hash: before.film_hash });
  });
});

test('scenes are moved, added and removed in the list, and a removed one comes back', async ({ page }) => {
  const id = await startFilm(page, { total_duration: 4, prompt: 'The @ENV_01 at dusk. @CHAR_01 waits.' });
  const before = await untilStatus(page, id, 'complete');
  const [one, two] = before.scenes.map((scene) => scene.scene_id);
  const order = async () => (await film(page, id)).scenes.map((scene) => scene.scene_id);
  await page.goto(`/projects/${id}`);
  await press(page.getByRole('button', { name: 'Arrange scenes' }));
  const list = dialog(page, 'Arrange scenes');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expectNoViolations(page, 'list');

  await test.step('later by its button, which keeps the focus', async () => {
    await list.getByRole('button', { name: 'Move scene 1 later' }).press('Enter');
    await expect.poll(order).toEqual([two, one]);
    await expect(list.getByRole('button', { name: 'Move scene 2 later' })).toBeFocused();
    await expect(list.getByText('is now scene 2 of 2.')).toBeAttached();
  });

  await test.step('back by dragging', async () => {
    const rows = list.getByRole('listitem');
    const from = await rows.nth(1).locator('span').first().boundingBox();
    const to = await rows.nth(0).boundingBox();
    if (!from || !to) throw new Error('no rows');
    await page.mouse.move(from.x + 8, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y, { steps: 4 });
    await page.mouse.move(from.x + 8, to.y + 8, { steps: 8 });
    await page.mouse.up();
    await expect.poll(order).toEqual([one, two]);
  });

  await test.step('remove and undo', async () => {
    await list.getByRole('button', { name: 'Remove scene 1' }).click();
    await expect.poll(order).toEqual([two]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(order).toEqual([one, two]);
    await expect(list.getByRole('listitem')).toHaveCount(2);
  });

  await test.step('nothing is out of date after all that', async () => {
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(outOfDate(page)).toHaveCount(0);
    expect((await page.request.post(`/api/projects/${id}/update`)).status()).toBe(409);
  });

  await test.step('another order and a new scene: the stitch and that scene alone', async () => {
    await page.getByRole('button', { name: 'Arrange scenes' }).click();
    await list.getByRole('button', { name: 'Move scene 2 earlier' }).click();
    await expect.poll(order).toEqual([two, one]);
    await list.getByRole('button', { name: 'Add a scene after scene 1' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await page.keyboard.press('Escape');
    await expect(outOfDate(page)).toContainText('1 scene is new. The film is out of date.');
    await page.getByRole('button', { name: 'Bring up to date' }).click();
    await expect
      .poll(async () => (await film(page, id)).film_hash, { timeout: FILM_MS })
      .not.toBe(before.film_hash);
    const done = await untilStatus(page, id, 'complete');
    expect(done.scenes.map((scene) => scene.scene_id)).toEqual([two, expect.any(String), one]);
    expect([...takes(done).values()]).toEqual([1, 1, 1]);
    for (const scene of before.scenes)
      expect(done.scenes.find((each) => each.scene_id === scene.scene_id)?.keyframes).toEqual(
        scene.keyframes,
      );
  });
});

test('a scene that was changed elsewhere says so and keeps what was typed', async ({ page }) => {
  const id = await startFilm(page, { run_through: 'storyboard' });
  const { scenes } = await untilStatus(page, id, 'staged');
  const address = `/api/projects/${id}/scenes/${scenes[0]?.scene_id}`;
  await page.goto(`/projects/${id}`);
  await press(page.getByRole('button', { name: 'Edit scene 1' }));
  const editor = dialog(page, 'Scene 1');
  await editor.getByLabel('Text').fill('My text.');
  const elsewhere = await page.request.patch(address, {
    data: { description: 'Their text.', title: 'Theirs' },
    headers: { 'if-match': '"1"' },
  });
  expect(elsewhere.headers().etag).toBe('"2"');
  await editor.getByRole('button', { name: 'Save scene' }).click();
  await expect(editor.getByRole('alert').first()).toContainText(
    'This scene was changed elsewhere: title, text.',
  );
  await expect(editor.getByText('Their text: “Their text.”')).toBeVisible();
  await expect(editor.getByLabel('Text')).toHaveValue('My text.');
  await expect(editor.getByLabel('Title')).toHaveValue('Theirs');
  await expectNoViolations(page, 'changed elsewhere');
  await editor.getByRole('button', { name: 'Save scene' }).click();
  await expect(editor).toBeHidden();
  expect((await film(page, id)).scenes[0]).toMatchObject({ description: 'My text.', title: 'Theirs' });

  await test.step('on a phone everything fits and is large enough', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/projects/${id}`);
    await press(page.getByRole('button', { name: 'Edit scene 1' }));
    await expect(editor.getByLabel('Text')).toHaveValue('My text.');
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    for (const button of await editor.getByRole('button').all()) {
      const box = await button.boundingBox();
      if (box && (await button.isVisible()))
        expect(box.height, await button.innerHTML()).toBeGreaterThanOrEqual(44);
    }
    await editor.getByRole('button', { name: 'Cancel' }).click();
    await expect(editor).toBeHidden();
    const box = await cell(page, 'CHAR_01', 1).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await expectNoViolations(page, 'phone');
  });
});
