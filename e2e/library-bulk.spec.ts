import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import type { ManifestListItem } from '../lib/schemas/manifest.ts';
import { heard } from './support.ts';

/** Words no other test uses, so that a search finds this test's rows only. */
const unique = (word: string) => `${word}${Math.random().toString(36).slice(2, 10)}`;

async function createManifest(request: APIRequestContext, fields: object): Promise<ManifestListItem> {
  const response = await request.post('/api/manifests', { data: fields });
  expect(response.status()).toBe(201);
  return response.json();
}

/** Manifests A, B, C… with a tag of their own, shown by name. */
async function shelf(page: Page, request: APIRequestContext, names: string[], fields: object[] = []) {
  const tag = unique('shelf');
  const made: ManifestListItem[] = [];
  for (const [i, name] of names.entries())
    made.push(await createManifest(request, { name, tags: [tag], ...fields[i] }));
  await open(page, tag);
  await heard(page.getByRole('list', { name: 'Manifests' }));
  return { tag, made };
}

const open = (page: Page, tag: string, more = '') =>
  page.goto(`/manifests?tag=${tag}&sort_by=name&sort_order=asc${more}`);

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
const link = (page: Page, name: string) => card(page, name).getByRole('link', { name, exact: true });
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const read = async (request: APIRequestContext, { manifest_id: id }: ManifestListItem) =>
  (await (await request.get(`/api/manifests/${id}`, { maxRetries: 2 })).json()) as ManifestListItem;

/** Presses once the page listens. */
async function firstKey(page: Page, key: string, focused: string) {
  await expect(async () => {
    await page.keyboard.press(key);
    await page.keyboard.press('Home');
    await expect(link(page, focused)).toBeFocused({ timeout: 500 });
  }).toPass();
}

async function check(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
}

test('several are picked with the mouse, tagged, sorted and copied, each with its undo', async ({
  page,
  request,
}) => {
  const { made } = await shelf(
    page,
    request,
    ['A', 'B', 'C', 'D', 'E'],
    [{ category: 'STYLE_KIT' }, { category: 'BRAND_KIT' }],
  );
  const [a, b, c] = made as [ManifestListItem, ManifestListItem, ManifestListItem];

  await test.step('a box, a range with Shift, one more with Ctrl', async () => {
    await card(page, 'A').hover();
    await box(page, 'A').check();
    await expect(bar(page).getByText('1 selected')).toBeVisible();
    await box(page, 'C').click({ modifiers: ['Shift'] });
    await expect(bar(page).getByText('3 selected')).toBeVisible();
    await link(page, 'E').click({ modifiers: ['ControlOrMeta'] });
    await expect(bar(page).getByText('4 selected')).toBeVisible();
    await box(page, 'E').uncheck();
    await expect(page.getByRole('status').filter({ hasText: '3 selected, 0 assets' })).toBeAttached();
  });

  const tag = unique('dusk');
  await test.step('a new tag on all three, and back', async () => {
    await bar(page).getByRole('button', { name: 'Tag' }).click();
    await page.getByLabel('Find or add a tag').fill(tag);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Apply to 3' }).click();
    await expect(page.getByText(`${tag} added to 3 manifests`)).toBeVisible();
    expect((await read(request, a)).tags).toContain(tag);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await read(request, c)).tags).not.toContain(tag);
  });

  await test.step('a tag that only some have says so, and one press gives it to all', async () => {
    await request.put(`/api/manifests/${b.manifest_id}`, { data: { tags: [...b.tags, tag] } });
    await page.reload();
    await card(page, 'A').hover();
    await box(page, 'A').check();
    await box(page, 'C').click({ modifiers: ['Shift'] });
    await bar(page).getByRole('button', { name: 'Tag' }).click();
    const row = page.getByRole('checkbox', { name: new RegExp(`${tag}\\s*1 of 3`) });
    await expect(row).toBeChecked({ indeterminate: true });
    await row.check();
    await page.getByRole('button', { name: 'Apply to 3' }).click();
    await expect(page.getByText(`${tag} added to 2 manifests`)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await read(request, a)).tags).not.toContain(tag);
    expect((await read(request, b)).tags).toContain(tag);
  });

  await test.step('one category for all, and each its own again', async () => {
    await bar(page).getByRole('button', { name: 'Category' }).click();
    await page.getByRole('menuitemradio', { name: 'Characters' }).click();
    await expect(page.getByText('3 manifests moved to Characters')).toBeVisible();
    expect((await read(request, b)).category).toBe('CHARACTERS');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(async () => (await read(request, a)).category).toBe('STYLE_KIT');
    expect((await read(request, b)).category).toBe('BRAND_KIT');
    expect((await read(request, c)).category).toBe('CUSTOM');
  });

  await test.step('copies, and away with them', async () => {
    await expect(bar(page).getByRole('link', { name: 'Export' })).toHaveAttribute(
      'href',
      `/api/manifests/export?ids=${a.manifest_id},${b.manifest_id},${c.manifest_id}`,
    );
    await bar(page).getByRole('button', { name: 'Duplicate' }).click();
    await expect(card(page, 'B (Copy)')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(card(page, 'B (Copy)')).toBeHidden();
  });

  await test.step('Clear lets go of all', async () => {
    await bar(page).getByRole('button', { name: 'Clear' }).click();
    await expect(bar(page)).toBeHidden();
    await expect(box(page, 'A')).not.toBeChecked();
  });
});

test('all of it works by keyboard alone', async ({ page, request }) => {
  const { made } = await shelf(page, request, ['A', 'B', 'C', 'D', 'E', 'F']);
  await firstKey(page, 'j', 'A');

  await test.step('arrow keys move by card and by row, Tab reaches one card', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(link(page, 'F')).toBeFocused();
    await page.keyboard.press('k');
    await expect(link(page, 'E')).toBeFocused();
    await expect(page.locator('article a[tabindex="0"]')).toHaveCount(2);
  });

  await test.step('x and Shift with arrows select, Escape lets go', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(bar(page).getByText('3 selected')).toBeVisible();
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(bar(page).getByText('2 selected')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
    await expect(link(page, 'B')).toBeFocused();
  });

  await test.step('star a selects what matches, star n nothing', async () => {
    await page.keyboard.press('*');
    await page.keyboard.press('a');
    await expect(bar(page).getByText('6 selected')).toBeVisible();
    await page.keyboard.press('*');
    await page.keyboard.press('n');
    await expect(bar(page)).toBeHidden();
  });

  await test.step('# moves to the trash, and the focus stays in the list', async () => {
    await page.keyboard.press('#');
    await expect(page.getByText('B moved to trash')).toBeVisible();
    await expect(card(page, 'B')).toBeHidden();
    await expect(link(page, 'C')).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await expect(card(page, 'B')).toBeVisible();
  });

  await test.step('Enter opens, back is at the same card, e edits', async () => {
    await link(page, 'C').focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/manifests/${made[2]?.manifest_id}`);
    await page.goBack();
    await expect(card(page, 'C')).toBeVisible();
    await link(page, 'C').focus();
    await page.keyboard.press('e');
    await expect(page).toHaveURL(`/manifests/${made[2]?.manifest_id}/edit`);
  });
});

test('a manifest that a film used stays when many are deleted, and says why', async ({ page, request }) => {
  const { made } = await shelf(page, request, ['Used', 'Free']);
  const film = unique('The last lamp ');
  const started = await request.post('/api/generate', {
    data: {
      prompt: 'A lamp goes out.',
      title: film,
      manifest_id: made[0]?.manifest_id,
      total_duration: 4,
      run_through: 'storyboard',
    },
  });
  expect(started.status()).toBe(202);
  await card(page, 'Used').hover();
  await box(page, 'Used').check();
  await box(page, 'Free').check();
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'One manifest stayed as it was' });
  await expect(dialog.getByText('One film was made with it.')).toBeVisible();
  await expect(dialog.getByRole('link', { name: film })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(card(page, 'Used')).toBeVisible();
  await expect(card(page, 'Free')).toBeHidden();
  await expect(bar(page).getByText('1 selected')).toBeVisible();
});

test('the trash gives back and deletes for ever, after asking', async ({ page, request }) => {
  const { tag, made } = await shelf(page, request, ['A', 'B', 'C']);
  const bulk = await request.post('/api/manifests/bulk', {
    data: { manifest_ids: made.map((each) => each.manifest_id), delete: true },
  });
  expect(bulk.status()).toBe(200);
  await open(page, tag, '&trashed=true');

  await test.step('one for ever, from its card', async () => {
    await page.getByRole('button', { name: 'Delete for ever: A' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete A for ever?' });
    await expect(dialog.getByText('This cannot be undone.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await expect(card(page, 'A')).toBeVisible();
    await page.getByRole('button', { name: 'Delete for ever: A' }).click();
    await dialog.getByRole('button', { name: 'Delete for ever' }).click();
    await expect(card(page, 'A')).toBeHidden();
    expect((await request.post(`/api/manifests/${made[0]?.manifest_id}/restore`)).status()).toBe(404);
  });

  await test.step('several restored at once, and back by undo', async () => {
    await box(page, 'B').focus();
    await page.keyboard.press('Space');
    await box(page, 'C').check();
    await check(page);
    await bar(page).getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByText('2 manifests are back in the library')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(card(page, 'B')).toBeVisible();
  });

  await test.step('emptied as a whole', async () => {
    // Tests beside this one have things in the trash, too.
    await page.route('**/api/manifests/ids?*', async (route) => {
      const response = await route.fetch();
      const all: ManifestListItem[] = await response.json();
      await route.fulfill({ response, json: all.filter((each) => each.tags.includes(tag)) });
    });
    await page.getByRole('button', { name: 'Empty trash' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/B/).first()).toBeVisible();
    await check(page);
    await dialog.getByRole('button', { name: 'Delete for ever' }).click();
    await expect(card(page, 'B')).toBeHidden();
    expect((await request.post(`/api/manifests/${made[1]?.manifest_id}/restore`)).status()).toBe(404);
  });
});

test('a long list keeps few cards, its height and its place', async ({ page, request }) => {
  const tag = unique('long');
  for (let i = 0; i < 210; i += 1)
    await createManifest(request, { name: `L ${String(i).padStart(3, '0')}`, tags: [tag] });
  await open(page, tag);
  await expect(card(page, 'L 000')).toBeVisible();
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  await expect.poll(height).toBeGreaterThan(53 * 300);
  const before = await height();

  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(card(page, 'L 209')).toBeVisible();
  expect(await height()).toBe(before);
  expect(await page.getByRole('article').count()).toBeLessThanOrEqual(60);

  await test.step('a range reaches over cards that are not in the page', async () => {
    await box(page, 'L 209').check({ force: true });
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(card(page, 'L 001')).toBeVisible();
    await box(page, 'L 001').click({ modifiers: ['Shift'] });
    await expect(bar(page).getByText('209 selected')).toBeVisible();
    await expect(bar(page).getByRole('button', { name: 'Export: 100 at once at most' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('back and forward come to the same place', async () => {
    await page.evaluate(() => window.scrollTo(0, 8600));
    // As a click does: into view first.
    await link(page, 'L 108').hover();
    const place = await page.evaluate(() => window.scrollY);
    await link(page, 'L 108').click();
    await expect(page.getByRole('heading', { name: 'L 108' })).toBeVisible();
    await page.goBack();
    await expect(card(page, 'L 108')).toBeInViewport();
    expect(await page.evaluate(() => window.scrollY)).toBe(place);
  });

  await test.step('the card with the focus stays when the page scrolls away from it', async () => {
    await link(page, 'L 108').focus();
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(card(page, 'L 000')).toBeInViewport();
    await expect(link(page, 'L 108')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(card(page, 'L 109')).toBeInViewport();
  });
});

test('several tags at once narrow the list, and each can be taken off', async ({ page, request }) => {
  const [one, two] = [unique('one'), unique('two, ')];
  await createManifest(request, { name: 'Both', tags: [one, two] });
  await createManifest(request, { name: 'Only one', tags: [one] });
  await page.goto(`/manifests?tag=${one}`);
  await expect(card(page, 'Only one')).toBeVisible();
  await page.getByRole('button', { name: 'Tags' }).click();
  await page.getByRole('menuitemcheckbox', { name: two }).click();
  await expect(card(page, 'Only one')).toBeHidden();
  await expect(card(page, 'Both')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(card(page, 'Both')).toBeVisible();
  await expect(card(page, 'Only one')).toBeHidden();
  await (await heard(page.getByRole('button', { name: `Remove filter Tag: ${two}` }))).click();
  await expect(card(page, 'Only one')).toBeVisible();
});

for (const colorScheme of ['dark', 'light'] as const)
  test(`the bulk bar has no accessibility violation, ${colorScheme}, on a desk and on a phone`, async ({
    page,
    request,
  }) => {
    await page.emulateMedia({ colorScheme });
    const { tag } = await shelf(page, request, ['A', 'B']);
    await (await heard(box(page, 'A'))).check({ force: true });
    await bar(page).getByRole('button', { name: 'Tag' }).click();
    await expect(page.getByRole('checkbox', { name: tag })).toBeChecked({ checked: true });
    await check(page);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(bar(page).getByText('1 selected')).toBeVisible();
    await check(page);
    for (const button of await bar(page).getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });
