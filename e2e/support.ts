import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';

/** A film of some seconds, on a busy machine of two cores. */
export const FILM_MS = 240_000;

/**
 * Waits until React listens to an element: what is pressed on the server's page before is not heard. React marks the
 * elements it has taken over with a property of its own.
 */
export async function heard(element: Locator): Promise<Locator> {
  await expect
    .poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps$'))))
    .toBe(true);
  return element;
}

/** No accessibility violation in a page, or in one element of it. */
export async function expectNoViolations(page: Page, place: string, element?: string): Promise<void> {
  // The overlay of Next's own dev server, when the tests run against `npm run dev`.
  const axe = new AxeBuilder({ page }).exclude('nextjs-portal');
  const { violations } = await (element ? axe.include(element) : axe).analyze();
  expect(violations.map((v) => `${place}: ${v.id} ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}

/** What a GET answers. */
export async function read<T>(request: APIRequestContext, url: string): Promise<T> {
  const response = await request.get(url);
  expect(response.status(), url).toBe(200);
  return response.json();
}

/** One of the five stages of a run, by its name: "Storyboard" may say "After prepare". */
export const stage = (page: Page, name: string): Locator =>
  page
    .getByRole('list', { name: 'Stages' })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });
