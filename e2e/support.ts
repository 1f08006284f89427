import { expect, type Locator } from '@playwright/test';

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
