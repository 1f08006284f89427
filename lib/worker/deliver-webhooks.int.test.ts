import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

// The receiver listens on this machine. Before anything reads the settings.
vi.hoisted(() => {
  process.env.ALLOW_PRIVATE_ADDRESSES = '127.0.0.1';
});

import { stopListening } from '../db/events.ts';
import { db } from '../db/prisma.ts';
import { resetDatabase } from '../db/testing.ts';
import { createManifest } from '../manifests/manifest-service.ts';
import { createManifestSchema } from '../schemas/manifest.ts';
import { createWebhookSchema, type Delivery } from '../schemas/webhook.ts';
import { WEBHOOK_EVENT_NAMES } from '../schemas/webhook-values.ts';
import { deleteOldDeliveries } from '../webhooks/delivery-queue.ts';
import { listDeliveries, ping, redeliver } from '../webhooks/delivery-service.ts';
import { DELIVERER } from '../webhooks/testing-deliverer.ts';
import { isSigned, type Receiver, startReceiver } from '../webhooks/testing-receiver.ts';
import { createWebhook, getWebhook, rotateSecret, updateWebhook } from '../webhooks/webhook-service.ts';
import { type Delivering, startDelivering } from './deliver-webhooks.ts';

const DAY = 86_400_000;
/** Far more than a delivery takes; a busy machine may be slow. */
const WAIT = { timeout: 15_000, interval: 25 };

let receiver: Receiver;
let delivering: Delivering | null = null;

beforeAll(async () => {
  receiver = await startReceiver();
});
beforeEach(async () => {
  await resetDatabase();
  receiver.received.length = 0;
  receiver.answers((response) => response.writeHead(204).end());
});
afterEach(async () => {
  await delivering?.stop(5_000);
  delivering = null;
});
afterAll(async () => {
  await stopListening();
  await receiver.close();
});

const start = (options?: { timeoutMs: number }) => {
  delivering = startDelivering(options);
};
const listen = (url = receiver.url) =>
  createWebhook(createWebhookSchema.parse({ url, events: [...WEBHOOK_EVENT_NAMES] }));
const makeManifest = () => createManifest(createManifestSchema.parse({ name: 'Cast' }));
const log = async (id: string) => (await listDeliveries(id, { limit: 50 })).items;
const only = async (id: string) => (await log(id))[0];
/** The newest delivery once it is in this state. */
async function until(id: string, state: Delivery['state'], attempts = 1): Promise<Delivery | undefined> {
  await expect.poll(() => only(id), WAIT).toMatchObject({ state, attempts });
  return only(id);
}

it('a change is told once, signed, with what it is about and where to read it', async () => {
  start();
  const { webhook_id: id, secret } = await listen();
  const { manifest_id } = await makeManifest();
  const delivery = await until(id, 'delivered');
  expect(delivery).toMatchObject({ response_status: 204, error: null, next_try_at: null });
  const [message, ...more] = receiver.received;
  expect(more).toEqual([]);
  expect(message?.message).toEqual({
    type: 'manifest.created',
    timestamp: delivery?.occurred_at,
    data: {
      manifest_id,
      status: 'DRAFT',
      version: 1,
      revision: 1,
      links: { api: `/api/manifests/${manifest_id}`, page: `/manifests/${manifest_id}` },
    },
  });
  expect(message?.headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-id': delivery?.event_id,
  });
  expect(message && isSigned(message, secret)).toBe(true);
});

it('what was not taken is sent again, with the same id and body, until it is', async () => {
  receiver.answers((response, _, n) => {
    if (n > 0) response.writeHead(200).end('thanks');
    else response.writeHead(503, { 'retry-after': '60' }).end('<h1>later\0</h1>');
  });
  start();
  const { webhook_id: id } = await listen();
  await makeManifest();
  const first = await until(id, 'waiting');
  expect(first).toMatchObject({
    response_status: 503,
    response_text: '<h1>later </h1>',
    error: 'The receiver answered 503.',
  });
  const wait = Date.parse(first?.next_try_at ?? '') - Date.parse(first?.last_try_at ?? '');
  expect(wait).toBeGreaterThan(55_000);
  expect((await getWebhook(id)).failing_since).not.toBeNull();
  await redeliver(id, first?.delivery_id ?? '');
  expect(await until(id, 'delivered', 2)).toMatchObject({ response_status: 200, response_text: 'thanks' });
  expect(await log(id)).toHaveLength(1);
  const [one, two] = receiver.received;
  expect(two?.body).toBe(one?.body);
  expect(two?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
  expect((await getWebhook(id)).failing_since).toBeNull();
});

it('a delivery that is over is sent again as one of its own, with the same id', async () => {
  start();
  const { webhook_id: id } = await listen();
  await makeManifest();
  const first = await until(id, 'delivered');
  await redeliver(id, first?.delivery_id ?? '');
  await expect.poll(() => receiver.received.length, WAIT).toBe(2);
  const again = await until(id, 'delivered');
  expect(again).toMatchObject({ redelivery_of: first?.delivery_id, event_id: first?.event_id });
  expect(receiver.received[1]?.body).toBe(receiver.received[0]?.body);
});

it('while a secret is being replaced, messages are signed with both', async () => {
  start();
  const { webhook_id: id, secret } = await listen();
  const { secret: next } = await rotateSecret(id);
  await ping(id);
  await until(id, 'delivered');
  const [message] = receiver.received;
  expect(message?.message.type).toBe('webhook.ping');
  expect(message && [isSigned(message, secret), isSigned(message, next)]).toEqual([true, true]);
  await db().webhook.update({ where: { id }, data: { previousSecretUntil: new Date() } });
  await ping(id);
  await expect.poll(() => receiver.received.length, WAIT).toBe(2);
  const [, later] = receiver.received;
  expect(later && [isSigned(later, secret), isSigned(later, next)]).toEqual([false, true]);
});

describe('a receiver that', () => {
  it('redirects is not followed', async () => {
    receiver.answers((response) => response.writeHead(302, { location: receiver.url }).end());
    start();
    const { webhook_id: id } = await listen();
    await ping(id);
    const delivery = await until(id, 'waiting');
    expect(delivery?.error).toMatch(/302, and redirects are not followed/);
    expect(receiver.received).toHaveLength(1);
  });

  it('answers without end is cut after the first kilobyte, and its status counts', async () => {
    receiver.answers((response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(4096)));
      };
      response.on('drain', more);
      more();
    });
    start();
    const { webhook_id: id } = await listen();
    await ping(id);
    const delivery = await until(id, 'delivered');
    expect(delivery?.response_text).toBe('x'.repeat(1024));
  });

  it('never answers is left when its time is over, and keeps no other waiting', async () => {
    const quick = await startReceiver();
    receiver.answers(() => {});
    start({ timeoutMs: 2_000 });
    const slow = await listen();
    const other = await listen(quick.url);
    await makeManifest();
    await until(other.webhook_id, 'delivered');
    expect(await only(slow.webhook_id)).toMatchObject({ state: 'sending' });
    const delivery = await until(slow.webhook_id, 'waiting');
    expect(delivery).toMatchObject({ response_status: null, error: 'The address did not answer in time.' });
    expect(delivery?.response_ms).toBeGreaterThan(1_900);
    await quick.close();
  });

  it('answers 410 is told nothing more', async () => {
    receiver.answers((response) => response.writeHead(410).end());
    start();
    const { webhook_id: id } = await listen();
    await makeManifest();
    expect(await until(id, 'failed')).toMatchObject({ response_status: 410, next_try_at: null });
    const webhook = await getWebhook(id);
    expect(webhook).toMatchObject({ enabled: false, disabled_reason: expect.stringMatching(/410/) });
    await makeManifest();
    expect(await log(id)).toHaveLength(1);
    await expect(ping(id)).rejects.toMatchObject({ code: 'invalid-state' });
    expect(await updateWebhook(id, { enabled: true })).toMatchObject({
      disabled_reason: null,
      failing_since: null,
    });
  });

  it('fails for days is switched off, with what waits', async () => {
    receiver.answers((response) => response.writeHead(500).end());
    const { webhook_id: id } = await listen();
    await db().webhook.update({ where: { id }, data: { failingSince: new Date(Date.now() - 4 * DAY) } });
    await makeManifest();
    await makeManifest();
    start();
    await expect.poll(() => getWebhook(id), WAIT).toMatchObject({ enabled: false });
    expect((await getWebhook(id)).disabled_reason).toMatch(/three days/);
    await expect.poll(async () => (await log(id)).map(({ state }) => state), WAIT).not.toContain('sending');
    expect((await log(id)).filter(({ next_try_at }) => next_try_at !== null)).toEqual([]);
  });
});

it('a worker that is killed after sending and before writing so: it is sent again under the same id', async () => {
  const { webhook_id: id } = await listen();
  const arrived = Promise.withResolvers<void>();
  receiver.answers((response, _, n) => {
    if (n > 0) response.writeHead(204).end();
    else arrived.resolve();
  });
  await ping(id);
  const child = spawn(process.execPath, [DELIVERER], { env: process.env, stdio: 'inherit' });
  await arrived.promise;
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await only(id)).toMatchObject({ state: 'sending', attempts: 1 });
  start();
  // Nobody takes it while its worker may live.
  await makeManifest();
  await expect.poll(() => receiver.received.length, WAIT).toBe(2);
  expect((await log(id)).map(({ type, state }) => [type, state])).toContainEqual(['webhook.ping', 'sending']);
  await db().webhookDelivery.updateMany({ where: { state: 'sending' }, data: { nextTryAt: new Date() } });
  await expect.poll(() => receiver.received.length, WAIT).toBe(3);
  expect(receiver.received[2]?.headers['webhook-id']).toBe(receiver.received[0]?.headers['webhook-id']);
  expect(receiver.received[2]?.message.type).toBe('webhook.ping');
});

it('a worker that leaves gives back what it cannot wait for', async () => {
  receiver.answers(() => {});
  start();
  const { webhook_id: id } = await listen();
  await ping(id);
  await expect.poll(() => receiver.received.length, WAIT).toBe(1);
  await delivering?.stop(0);
  expect(await only(id)).toMatchObject({ state: 'waiting', attempts: 0 });
});

it('the log is kept for 30 days', async () => {
  const { webhook_id: id } = await listen();
  await ping(id);
  const { delivery_id } = await ping(id);
  const createdAt = new Date(Date.now() - 31 * DAY);
  await db().webhookDelivery.update({ where: { id: delivery_id }, data: { createdAt } });
  expect(await deleteOldDeliveries(Date.now())).toBe(1);
  expect(await log(id)).toHaveLength(1);
});
