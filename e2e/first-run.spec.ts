import { expect, test } from '@playwright/test';
import type { ProjectDetail } from '../lib/schemas/project.ts';
import { expectNoViolations, FILM_MS, read, stage } from './support.ts';

test.describe.configure({ timeout: 2 * FILM_MS });

test('on first run the example waits in the form, one press from a film', async ({ page, request }) => {
  // A server without films: the first there is, and each time this test is tried again.
  for (const { project_id } of await read<ProjectDetail[]>(request, '/api/projects')) {
    await request.post(`/api/projects/${project_id}/stop`);
    await request.delete(`/api/projects/${project_id}`);
  }
  await page.goto('/generate');
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true });
  const generate = page.getByRole('complementary').getByRole('button', { name: /^Generate \d+ scenes?/ });
  await expect(generate).toBeEnabled();
  await expect(prompt).toHaveValue(/@ENV_01 empties as the light fails/);
  await expect(page.getByRole('heading', { name: 'The Lamplighter' })).toBeVisible();
  await expectNoViolations(page, 'form');

  await generate.click();
  await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}/);
  await expect(page.getByLabel('Film title')).toHaveValue('The last lamp');
  await expect(stage(page, 'Storyboard').getByRole('img', { name: 'Done' })).toBeVisible({
    timeout: FILM_MS,
  });
  await expect(page.getByRole('list', { name: 'Scenes' }).getByRole('listitem')).toHaveCount(6);
  await expectNoViolations(page, 'run');

  await expect(page.getByRole('region', { name: 'Film', exact: true })).toBeVisible({ timeout: FILM_MS });
  const id = /\/projects\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  expect((await read<ProjectDetail>(request, `/api/projects/${id}`)).status).toBe('complete');
  await page.goto('/generate');
  await expect(prompt).toHaveValue('');
});
