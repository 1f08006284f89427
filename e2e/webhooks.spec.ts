import { expect, test } from '@playwright/test';
import { isSigned, startReceiver } from '../lib/webhooks/testing-receiver.ts';
import { expectNoViolations, heard } from './support.ts';

test('a webhook is added, told of a manifest, tested, read about and deleted', async ({ page }) => {
  const receiver = await startReceiver();
  const section = page.getByRole('region', { name: 'Webhooks' });
  const dialog = page.getByRole('dialog');
  const log = dialog.getByRole('list', { name: /Messages/ });

  const secret = await test.step('an address is added, and its secret is shown once', async () => {
    await page.goto('/manifests');
    await page.getByRole('link', { name: 'Settings' }).click();
    await (await heard(section.getByRole('button', { name: 'Add webhook' }))).click();
    await dialog.getByLabel('Address').fill('http://10.0.0.7/hook');
    await expectNoViolations(page, 'add', '[role=dialog]');
    await dialog.getByRole('button', { name: 'Add webhook' }).click();
    await expect(dialog.getByText(/does not lead to a public host/)).toBeVisible();
    await dialog.getByLabel('Address').fill(receiver.url);
    await dialog.getByRole('button', { name: 'Add webhook' }).click();
    const shown = (await dialog.getByLabel('Secret', { exact: true }).textContent()) ?? '';
    expect(shown).toMatch(/^whsec_/);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(section.getByText(receiver.url)).toBeVisible();
    await expect(page.getByText(shown)).toHaveCount(0);
    return shown;
  });

  await test.step('a manifest that is made is told, signed', async () => {
    await page.request.post('/api/manifests', { data: { name: 'Told' } });
    await expect
      .poll(() => receiver.received.map(({ message }) => message.type))
      .toEqual(['manifest.created']);
    expect(receiver.received.map((one) => isSigned(one, secret))).toEqual([true]);
  });

  await test.step('a test that is refused says so, and is sent again from the log', async () => {
    receiver.answers((response) => response.writeHead(500).end('not now'));
    await section.getByRole('button', { name: 'Send a test' }).click();
    const ping = log.getByRole('listitem').filter({ hasText: 'webhook.ping' });
    await expect(ping.getByText('The receiver answered 500.')).toBeVisible();
    await expect(page).toHaveURL(/log=/);
    await expectNoViolations(page, 'log', '[role=dialog]');
    receiver.answers((response) => response.writeHead(204).end());
    await ping.getByRole('button', { name: /Send now/ }).click();
    await expect(ping.getByText('Delivered')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('it is switched off, and deleted', async () => {
    await section.getByRole('switch').click({ force: true });
    await expect(section.getByText('Off', { exact: true })).toBeVisible();
    await expectNoViolations(page, 'settings');
    await section.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await dialog.getByRole('button', { name: 'Delete webhook' }).click();
    await expect(section.getByText('No webhooks yet')).toBeVisible();
  });
  await receiver.close();
});
