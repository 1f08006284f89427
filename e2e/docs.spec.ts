import { expect, test } from '@playwright/test';
import { expectNoViolations, heard } from './support.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';

test('the API docs are reached from the app, and an operation is found, tried and shared by its address', async ({
  page,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && /^https?:/.test(request.url()))
      elsewhere.push(request.url());
  });
  await page.goto('/projects');
  await (await heard(page.getByRole('link', { name: 'API docs' }))).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API docs' })).toBeVisible();
  await expectNoViolations(page, 'overview');

  await test.step('found by what it does', async () => {
    await (await heard(page.getByLabel('Find an operation'))).fill('new manifest');
    await page.getByRole('link', { name: 'A new manifest' }).click();
    await expect(page).toHaveURL('/docs/createManifest');
    await expect(page.getByRole('heading', { level: 1, name: 'A new manifest' })).toBeVisible();
    await expectNoViolations(page, 'operation');
  });

  await test.step('tried with a body, and the snippet says the same', async () => {
    const body = page.getByLabel('Body (JSON)');
    await body.fill('{ "name": "Made in the docs" }');
    await expect(page.getByRole('region', { name: 'Request as curl' })).toContainText('Made in the docs');
    await page.getByText('TypeScript', { exact: true }).click();
    await expect(page.getByRole('region', { name: 'Request as TypeScript' })).toContainText(
      "client.POST('/api/manifests'",
    );
    await page.getByRole('button', { name: 'Send POST' }).click();
    const answer = page.getByRole('region', { name: 'Answer', exact: true });
    await expect(answer).toContainText('201');
    await expect(answer).toContainText('"name": "Made in the docs"');
    await expectNoViolations(page, 'answer');
  });

  await test.step('by its address and by keyboard', async () => {
    await page.goto('/docs/getManifest');
    const id = await heard(page.getByRole('textbox', { name: 'id' }));
    await expect(page.getByRole('button', { name: 'Send GET' })).toBeDisabled();
    await id.fill(UNKNOWN);
    await id.press('Enter');
    await expect(page.getByRole('region', { name: 'Answer', exact: true })).toContainText('not-found');
  });

  await test.step('says that it waits, and that nothing came', async () => {
    const never = Promise.withResolvers<void>();
    await page.route('**/api/tags', async (route) => {
      await never.promise;
      await route.abort();
    });
    await page.goto('/docs/listTags');
    await (await heard(page.getByRole('button', { name: 'Send GET' }))).click();
    await expect(page.getByRole('status').filter({ hasText: 'Waiting for the answer' })).toBeVisible();
    never.resolve();
    await expect(page.getByRole('alert').filter({ hasText: 'The server did not answer.' })).toBeVisible();
    await expectNoViolations(page, 'no answer');
    await page.unroute('**/api/tags');
  });

  await test.step('a stream is heard while it lasts', async () => {
    await page.goto('/docs/listRunning');
    await (await heard(page.getByLabel('As events, while it changes'))).check();
    await page.getByRole('button', { name: 'Send GET' }).click();
    await expect(page.getByRole('region', { name: 'Answer', exact: true })).toContainText('event: running');
    await page.getByRole('button', { name: 'Stop listening' }).click();
    await expect(page.getByRole('button', { name: 'Stop listening' })).toBeHidden();
  });

  await test.step('on a phone the list is the first page', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/docs');
    await expect(page.getByRole('navigation', { name: 'API operations' })).toBeVisible();
    await expectNoViolations(page, 'phone, list');
    await page.goto('/docs/generate');
    await expect(page.getByRole('navigation', { name: 'API operations' })).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectNoViolations(page, 'phone, operation');
  });
  expect(elsewhere).toEqual([]);
});
