import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import type { Asset, AssetType } from '../lib/schemas/asset.ts';
import type { ManifestDetail, ManifestListItem } from '../lib/schemas/manifest.ts';
import type { Preset } from '../lib/schemas/preset.ts';
import type { ProjectListItem } from '../lib/schemas/project.ts';
import { expectNoViolations, heard } from './support.ts';

const KIT = path.resolve('../shared/fixtures/kit');
const EXAMPLE = path.resolve('prisma/example');
const IMAGE_FOLDER = existsSync(KIT) ? KIT : EXAMPLE;
const IMAGES = readdirSync(IMAGE_FOLDER)
  .filter((name) => /\.(png|jpe?g|webp)$/.test(name))
  .map((name) => path.join(IMAGE_FOLDER, name));

/** A busy machine of two cores. */
test.describe.configure({ timeout: 120_000 });

const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true });
const generateButton = (page: Page) =>
  page.getByRole('complementary').getByRole('button', { name: /^Generate \d+ scenes?/ });
const notes = (page: Page) => page.getByRole('list', { name: 'Notes on references' });
const completion = (page: Page) => page.getByRole('listbox', { name: 'Assets' });

async function read<T>(request: APIRequestContext, url: string): Promise<T> {
  const response = await request.get(url);
  expect(response.status(), url).toBe(200);
  return response.json();
}
const filmsCalled = async (page: Page, title: string) =>
  (await read<ProjectListItem[]>(page.request, '/api/projects?limit=200')).filter(
    (film) => film.title === title,
  );

async function newManifest(request: APIRequestContext, name: string): Promise<string> {
  const answer = await request.post('/api/manifests', { data: { name } });
  expect(answer.status()).toBe(201);
  return (await answer.json()).manifest_id;
}
async function newAsset(request: APIRequestContext, id: string, name: string, asset_type: AssetType) {
  const answer = await request.post(`/api/manifests/${id}/assets`, { data: { name, asset_type } });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as Asset;
}

async function openForm(page: Page, address = '/generate') {
  await page.goto(address);
  await heard(promptOf(page));
  await expect(generateButton(page)).toBeEnabled();
}

test('mentions are completed by tag and by name, by keys alone, and undone like typing', async ({
  page,
  request,
}) => {
  const id = await newManifest(request, 'Completion kit');
  await newAsset(request, id, 'Mara', 'CHARACTER');
  await newAsset(request, id, 'Old Tomas', 'CHARACTER');
  await newAsset(request, id, 'Lamp room', 'ENVIRONMENT');
  await openForm(page, `/generate?manifest=${id}`);
  await expect(page.getByRole('heading', { name: 'Completion kit' })).toBeVisible();
  const prompt = promptOf(page);
  await prompt.fill('');

  await test.step('by tag, the second by an arrow, Enter', async () => {
    await prompt.pressSequentially('@char');
    await expect(completion(page).getByRole('option')).toHaveCount(2);
    await prompt.press('ArrowDown');
    await expect(completion(page).getByRole('option', { name: /Old Tomas/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await prompt.press('Enter');
    await expect(prompt).toHaveValue('@CHAR_02 ');
    await expect(completion(page)).toBeHidden();
  });

  await test.step('by name, Tab', async () => {
    await prompt.pressSequentially('in the @room');
    await expect(completion(page).getByRole('option')).toHaveCount(1);
    await prompt.press('Tab');
    await expect(prompt).toHaveValue('@CHAR_02 in the @ENV_01 ');
    await expect(prompt).toBeFocused();
  });

  await test.step('Escape closes, and Enter is a new line then', async () => {
    await prompt.pressSequentially('@ma');
    await expect(completion(page)).toBeVisible();
    await prompt.press('Escape');
    await expect(completion(page)).toBeHidden();
    await prompt.press('Enter');
    await expect(prompt).toHaveValue('@CHAR_02 in the @ENV_01 @ma\n');
  });

  await test.step('undo takes the typing back', async () => {
    await prompt.press('Control+z');
    await expect(prompt).not.toHaveValue('@CHAR_02 in the @ENV_01 @ma\n');
  });

  await test.step('pasted tags in brackets are written as mentions', async () => {
    await prompt.fill('');
    await prompt.evaluate((area: HTMLTextAreaElement) => {
      area.focus();
      const data = new DataTransfer();
      data.setData('text/plain', '[CHAR_01] meets @CHAR_02.');
      area.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect(prompt).toHaveValue('@CHAR_01 meets @CHAR_02.');
  });
});

test('what is drawn under the prompt stands exactly where the textarea has it', async ({ page, request }) => {
  const id = await newManifest(request, 'Ruler kit');
  await newAsset(request, id, 'Mara', 'CHARACTER');
  await openForm(page, `/generate?manifest=${id}`);
  await promptOf(page).fill(
    `${'Mara @CHAR_01 walks the [CHAR_01] pier and CHAR_01 finds @PROP_09, AVATAR. fi ffl 🏮 '.repeat(9)}\n\n@CHAR_01`,
  );
  for (const width of [1440, 820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const [drawn, plain] = await promptOf(page).evaluate((area: HTMLTextAreaElement) => {
      const mirror = area.previousElementSibling as HTMLElement;
      // The same text in the same box without a single chip wraps as the textarea does.
      const bare = mirror.cloneNode(false) as HTMLElement;
      bare.textContent = `${area.value}\u200b`;
      bare.style.position = 'absolute';
      bare.style.width = `${area.getBoundingClientRect().width}px`;
      area.parentElement?.append(bare);
      const ends = (box: HTMLElement) => {
        const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        const top = box.getBoundingClientRect();
        const places: string[] = [];
        while (texts.nextNode()) {
          const text = texts.currentNode as Text;
          for (let at = 0; at < text.length; at += 1) {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const { left, top: y } = range.getBoundingClientRect();
            // Half a pixel is what rounding may cost.
            places.push(`${Math.round(left - top.left)} ${Math.round((y - top.top) / 4)}`);
          }
        }
        return places;
      };
      const both = [ends(mirror), ends(bare)];
      bare.remove();
      return both;
    });
    const apart = (drawn ?? []).filter((place, index) => {
      const [x = 0, y = 0] = place.split(' ').map(Number);
      const [px = 0, py = 0] = (plain?.[index] ?? '').split(' ').map(Number);
      return Math.abs(x - px) > 1 || Math.abs(y - py) > 1;
    });
    expect(apart, `at ${width} px`).toEqual([]);
    const [area, mirror] = await promptOf(page).evaluate((element: HTMLTextAreaElement) => [
      element.scrollHeight,
      element.previousElementSibling?.scrollHeight ?? 0,
    ]);
    expect(Math.abs((area ?? 0) - (mirror ?? 0)), `height at ${width} px`).toBeLessThanOrEqual(1);
  }
});

test('the notes name what is wrong with the mentions, and mend it', async ({ page, request }) => {
  const id = await newManifest(request, 'Notes kit');
  await newAsset(request, id, 'Mara', 'CHARACTER');
  await newAsset(request, id, 'mara', 'CHARACTER');
  const lost = await newAsset(request, id, 'Rusty key', 'PROP');
  await newAsset(request, id, 'Tower key', 'PROP');
  await newAsset(request, id, 'Oil can', 'PROP');
  expect((await request.delete(`/api/assets/${lost.asset_id}`)).ok()).toBe(true);
  await openForm(page, `/generate?manifest=${id}`);
  await promptOf(page).fill('Mara looks for @PROP_01 and @ENV_07 here.');

  const retired = notes(page).getByRole('listitem').filter({ hasText: 'PROP_01 was retired' });
  await expect(retired).toBeVisible();
  await expect(notes(page).getByText('ENV_07 is not in Notes kit.')).toBeVisible();
  await expect(notes(page).getByText('2 assets are called Mara. The film takes CHAR_01 Mara.')).toBeVisible();
  await expect(notes(page).getByRole('link', { name: 'Add an image' }).first()).toHaveAttribute(
    'href',
    new RegExp(`/manifests/${id}/edit\\?asset=`),
  );
  await expect(notes(page).getByText('3 assets are not mentioned.')).toBeVisible();
  await expectNoViolations(page, 'notes');

  await retired.getByRole('button', { name: 'Replace with PROP_02' }).click();
  await expect(promptOf(page)).toHaveValue('Mara looks for @PROP_02 and @ENV_07 here.');
  await expect(retired).toBeHidden();
  await notes(page).getByRole('button', { name: 'Replace with CHAR_02' }).click();
  await expect(promptOf(page)).toHaveValue('@CHAR_02 looks for @PROP_02 and @ENV_07 here.');
  await notes(page).getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('not mentioned', { exact: true })).toHaveCount(2);
});

test('a draft lives through a reload, and gives way to another film without being lost', async ({
  page,
  request,
}) => {
  const id = await newManifest(request, 'Draft kit');
  const started = await request.post('/api/generate', {
    data: { prompt: 'Rain on the roof.', title: 'Roof', seed: 77, run_through: 'storyboard' },
  });
  const { project_id: filmId } = await started.json();
  await openForm(page, `/generate?manifest=${id}`);
  await promptOf(page).fill('Words of my own.');
  await page.getByText('Draw into the picture').click();
  await expect(page.getByText('Draft kept in this browser')).toBeVisible();
  await expect(page).toHaveURL(/\/generate$/);
  await page.reload();
  await expect(promptOf(page)).toHaveValue('Words of my own.');
  await expect(page.getByLabel('Draw into the picture')).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Draft kit' })).toBeVisible();

  await openForm(page, `/generate?from=${filmId}`);
  await expect(promptOf(page)).toHaveValue('Rain on the roof.');
  await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('77');
  await promptOf(page).fill('Rain on the other roof.');
  await expect(page).toHaveURL(/\/generate$/);
  await page.reload();
  await expect(promptOf(page)).toHaveValue('Rain on the other roof.');
  await page.getByRole('button', { name: 'Bring back my draft' }).click();
  await expect(promptOf(page)).toHaveValue('Words of my own.');
  await expect(page.getByRole('heading', { name: 'Draft kit' })).toBeVisible();
});

test('the picker goes by keys, tells what a draft lacks, and can choose none', async ({ page, request }) => {
  const mark = Date.now().toString(36);
  const bare = `Bare ${mark}`;
  await newManifest(request, `Empty ${mark}`);
  const id = await newManifest(request, bare);
  await newAsset(request, id, 'Mara', 'CHARACTER');
  await openForm(page, `/generate?manifest=${id}`);
  await promptOf(page).fill('Mara waits.');
  await page.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog');
  const search = dialog.getByRole('combobox', { name: 'Search manifests' });
  await search.fill(mark);
  await dialog.getByRole('button', { name: 'Show drafts too' }).click();
  const options = dialog.getByRole('option');
  await expect(options).toHaveCount(2);
  await expect(dialog.getByRole('option', { name: bare })).toContainText('Draft, no images');
  await expect(dialog.getByRole('option', { name: `Empty ${mark}` })).toContainText('Draft, no assets');
  await search.press('End');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await search.press('Home');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(dialog.getByRole('link', { name: 'Open in creator' })).toHaveAttribute('href', /\/edit$/);
  await expectNoViolations(page, 'picker');

  await search.fill('');
  await dialog.getByRole('button', { name: 'Ready' }).click();
  await expect(dialog.getByText(/^Quality \d/)).toBeVisible();
  await dialog.getByRole('button', { name: 'No manifest' }).click();
  await expect(page.getByText(/made from the prompt alone/)).toBeVisible();
  await expect(promptOf(page)).toHaveValue('Mara waits.');
});

test('images dropped into the form are named, typed, mentioned and sent, and become the film’s own manifest', async ({
  page,
}) => {
  await openForm(page);
  await promptOf(page).fill('');
  const list = page.getByRole('list', { name: 'Images', exact: true });

  await test.step('with a manifest chosen they are offered in its place', async () => {
    if (!(await page.getByRole('button', { name: 'Change' }).isVisible())) {
      await page.getByRole('button', { name: 'Choose a manifest' }).click();
      await page.getByRole('dialog').getByRole('option').first().dblclick();
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['no image'], 'notes.txt', { type: 'text/plain' }));
      window.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, cancelable: true }));
    });
    await expect(page.getByText('Drop to add 1 image')).toBeVisible();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['no image'], 'notes.txt', { type: 'text/plain' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    });
    await page.getByRole('button', { name: 'Use the image', exact: true }).click();
    await expect(list.getByRole('alert')).toContainText('Use PNG, JPEG or WebP');
  });

  await test.step('chosen files join them; a wrong one harms none', async () => {
    await page.getByLabel('Image files', { exact: true }).setInputFiles(IMAGES.slice(0, 3));
    await expect(list.getByRole('listitem')).toHaveCount(4);
    await expect(page.getByText('3 of 50 images')).toBeVisible();
    await page.getByRole('button', { name: 'Remove notes', exact: false }).click();
    await expect(list.getByRole('listitem')).toHaveCount(3);
  });

  await test.step('name, type and order are theirs', async () => {
    const names = list.getByRole('textbox');
    const types = list.getByRole('combobox');
    for (const [index, name] of ['Ada', 'Bo', 'Valley'].entries()) {
      await names.nth(index).fill(name);
      await types.nth(index).selectOption(index < 2 ? 'CHARACTER' : 'ENVIRONMENT');
    }
    await expect(list.getByRole('listitem').nth(1)).toContainText('CHAR_02');
    await page.getByRole('button', { name: 'Move Bo up' }).click();
    await expect(names.first()).toHaveValue('Bo');
    await expect(list.getByRole('listitem').first()).toContainText('CHAR_01');
    await page.getByRole('button', { name: 'Remove Ada' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: 'Ada removed' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(list.getByRole('listitem')).toHaveCount(3);
  });

  await test.step('they are mentioned like assets', async () => {
    await promptOf(page).pressSequentially('@bo');
    await expect(completion(page).getByRole('option', { name: /Bo/ })).toBeVisible();
    await promptOf(page).press('Enter');
    await promptOf(page).pressSequentially('waits in @ENV_01. @CHAR_02 comes.');
    await expect(page.getByText(/^plate, /)).toBeVisible();
    await page.getByText('Scenes', { exact: true }).click();
    await expect(
      page.getByRole('list', { name: 'Planned scenes' }).getByText('CHAR_01').first(),
    ).toBeVisible();
    await expectNoViolations(page, 'quick upload');
  });

  await test.step('a start that is cut off loses nothing and then sends them once', async () => {
    await page.getByLabel('Film title').fill('Own images');
    await page.getByLabel('Film title').press('Enter');
    let tries = 0;
    await page.route('**/api/generate', (route) => {
      tries += 1;
      return tries === 1 ? route.abort('connectionreset') : route.continue();
    });
    await generateButton(page).click();
    await expect(page.getByRole('complementary').getByRole('alert')).toContainText('did not answer');
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await generateButton(page).click();
    await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}/);
    expect(await filmsCalled(page, 'Own images')).toHaveLength(1);
    expect(tries).toBe(2);
  });

  await test.step('they arrived as they were called', async () => {
    const [film] = await filmsCalled(page, 'Own images');
    await expect
      .poll(
        async () => {
          const answer = await page.request.get(`/api/projects/${film?.project_id}/snapshot`);
          if (!answer.ok()) return [];
          const { snapshot } = await answer.json();
          return snapshot.assets.map((asset: Asset) => [asset.manifest_tag, asset.name]);
        },
        { timeout: 100_000 },
      )
      .toEqual([
        ['CHAR_01', 'Bo'],
        ['CHAR_02', 'Ada'],
        ['ENV_01', 'Valley'],
      ]);
  });
});

test('pressing twice, or again after a lost answer, starts one film', async ({ page }) => {
  const title = `Once ${Date.now().toString(36)}`;
  await openForm(page);
  await promptOf(page).fill('Rain on the roof.');
  await page.getByLabel('Film title').fill(title);
  await page.getByLabel('Film title').press('Enter');
  await page.getByLabel('Stop after').first().click();
  await page.getByRole('option', { name: 'Storyboard' }).click();

  let lost = 0;
  await page.route('**/generate', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await generateButton(page).click();
  await expect(page.getByRole('complementary').getByRole('alert')).toContainText('did not answer');
  await expect(promptOf(page)).toHaveValue('Rain on the roof.');
  expect(await filmsCalled(page, title)).toHaveLength(1);
  await generateButton(page).dblclick();
  await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}/);
  expect(await filmsCalled(page, title)).toHaveLength(1);

  await test.step('the next film is another one, and the form is empty', async () => {
    await openForm(page);
    await expect(promptOf(page)).toHaveValue('');
  });
});

test('settings are kept as a preset, applied, overwritten, renamed and deleted with undo', async ({
  page,
}) => {
  const mark = Date.now().toString(36);
  const menu = async (item: string | RegExp) => {
    await page.getByRole('button', { name: /^Preset/ }).click();
    await page.getByRole('menuitem', { name: item, exact: typeof item === 'string' }).click();
  };
  const presets = async () =>
    (await read<Preset[]>(page.request, '/api/presets')).filter((preset) => preset.name.includes(mark));
  await openForm(page);
  await page.getByLabel('Style', { exact: true }).first().fill('noir');
  await page.getByText('9:16', { exact: true }).click();
  await menu(/^Save these settings as/);
  await page.getByLabel('Name', { exact: true }).fill(`Tall ${mark}`);
  await expectNoViolations(page, 'preset dialog');
  await page.getByRole('button', { name: 'Save preset' }).click();
  await expect(page.getByRole('button', { name: `Preset: Tall ${mark}` })).toBeVisible();

  await page.getByText('1:1', { exact: true }).click();
  await menu(`Tall ${mark}`);
  await expect(page.getByRole('radio', { name: '9:16' })).toBeChecked();
  await page.getByText('1:1', { exact: true }).click();
  await menu(`Overwrite Tall ${mark}`);
  await expect.poll(async () => (await presets())[0]?.settings.aspect_ratio).toBe('1:1');
  await menu(`Rename Tall ${mark}…`);
  await page.getByLabel('Name', { exact: true }).fill(`Square ${mark}`);
  await page.getByLabel('Name', { exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: `Preset: Square ${mark}` })).toBeVisible();
  await menu(`Delete Square ${mark}`);
  await expect.poll(async () => (await presets()).length).toBe(0);
  await page
    .getByRole('alert')
    .filter({ hasText: `Square ${mark} deleted` })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect.poll(async () => (await presets()).map((preset) => preset.name)).toEqual([`Square ${mark}`]);
});

test('a seed that is kept begins the next film too', async ({ page }) => {
  await openForm(page);
  const seed = page.getByLabel('Seed', { exact: true });
  await page.getByRole('button', { name: 'Roll another seed' }).click();
  const rolled = await seed.inputValue();
  await page.getByRole('button', { name: 'Keep this seed for the next films' }).click();
  await page.evaluate(() => window.localStorage.removeItem('vidpipe.generate-draft'));
  await page.goto('/projects');
  await openForm(page);
  await expect(seed).toHaveValue(rolled);
});

test('the form passes axe on a phone and in both themes', async ({ page, request }) => {
  const [ready] = await read<ManifestListItem[]>(request, '/api/manifests?status=READY&limit=1');
  const detail = await read<ManifestDetail>(request, `/api/manifests/${ready?.manifest_id}`);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/generate?manifest=${detail.manifest_id}`);
    await heard(promptOf(page));
    await promptOf(page).fill(`@${detail.assets[0]?.manifest_tag} waits. @PROP_99 is gone. `);
    await promptOf(page).pressSequentially('@');
    await expect(completion(page)).toBeVisible();
    await expectNoViolations(page, `phone ${colorScheme}`);
    const small = await page
      .getByRole('main')
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons
          .filter(
            (button) => button.getClientRects().length > 0 && button.getBoundingClientRect().height < 43.5,
          )
          .map((button) => button.textContent || button.getAttribute('aria-label')),
      );
    expect(small).toEqual([]);
  }
});
