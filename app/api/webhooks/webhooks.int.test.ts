import { afterAll, beforeEach, expect, it } from 'vitest';
import { stopListening } from '#lib/db/events.ts';
import { db } from '#lib/db/prisma.ts';
import { resetDatabase } from '#lib/db/testing.ts';
import { call } from '#lib/http/testing.ts';
import type { Delivery, Webhook, WebhookWithSecret } from '#lib/schemas/webhook.ts';
import { SECRET_PATTERN, WEBHOOK_EVENT_NAMES } from '#lib/schemas/webhook-values.ts';
import { startReceiver } from '#lib/webhooks/testing-receiver.ts';
import { startDelivering } from '#lib/worker/deliver-webhooks.ts';
import { POST as again } from './[id]/deliveries/[delivery_id]/redeliver/route.ts';
import { GET as deliveries } from './[id]/deliveries/route.ts';
import { POST as rotate } from './[id]/rotate-secret/route.ts';
import { GET as get, PATCH as patch, DELETE as remove } from './[id]/route.ts';
import { POST as test } from './[id]/test/route.ts';
import { GET as list, POST as post } from './route.ts';

const UNKNOWN = '019c0000-0000-7000-8000-000000000000';
const URL = 'https://example.com/hook';

beforeEach(resetDatabase);
afterAll(stopListening);

const create = (body: object, headers: Record<string, string> = {}) =>
  call(post, { method: 'POST', path: '/api/webhooks', body, headers });
const created = async (body: object = {}) => (await create({ url: URL, ...body })).body as WebhookWithSecret;
const change = (id: string, body: object) =>
  call(patch, { method: 'PATCH', path: `/api/webhooks/${id}`, params: { id }, body });
const send = (id: string) => call(test, { method: 'POST', params: { id } });

it('a webhook is registered for all events unless it says which', async () => {
  const { status, headers, body } = await create({ url: 'HTTPS://Example.com:443/hook' });
  expect(status).toBe(201);
  const { webhook_id: id } = body as WebhookWithSecret;
  expect(headers.get('location')).toBe(`/api/webhooks/${id}`);
  expect(body).toMatchObject({ url: URL, events: WEBHOOK_EVENT_NAMES, enabled: true, description: '' });
  const { events } = await created({ events: ['film.failed', 'film.completed', 'film.failed'] });
  expect(events).toEqual(['film.failed', 'film.completed']);
});

it('the secret is shown when it is made and never again', async () => {
  const { webhook_id: id, secret } = await created();
  expect(secret).toMatch(SECRET_PATTERN);
  const shown = [
    await call(list, { path: '/api/webhooks' }),
    await call(get, { params: { id } }),
    await change(id, { description: 'Build server' }),
  ];
  expect(JSON.stringify(shown.map(({ body }) => body))).not.toContain('whsec_');
  const rotated = await call(rotate, { method: 'POST', params: { id } });
  expect(rotated.status).toBe(200);
  expect((rotated.body as WebhookWithSecret).secret).not.toBe(secret);
  const given = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const named = await call(rotate, { method: 'POST', params: { id }, body: { secret: given } });
  expect(named.body).toMatchObject({ secret: given, description: 'Build server' });
});

it('the same request with the same key makes one webhook and answers the same secret', async () => {
  const key = { 'idempotency-key': 'once' };
  const [first, second] = [await create({ url: URL }, key), await create({ url: URL }, key)];
  expect(second.body).toEqual(first.body);
  expect(await db().webhook.count()).toBe(1);
});

it('a webhook is changed, switched off and deleted with its log', async () => {
  const { webhook_id: id } = await created();
  await send(id);
  expect((await change(id, { events: ['film.failed'], enabled: false })).body).toMatchObject({
    url: URL,
    events: ['film.failed'],
    enabled: false,
    disabled_reason: null,
  });
  expect((await send(id)).status).toBe(409);
  const gone = await call(remove, { method: 'DELETE', params: { id } });
  expect(gone.body).toEqual({ status: 'deleted', webhook_id: id });
  expect((await call(list, { path: '/api/webhooks' })).body).toEqual([]);
  expect(await db().webhookDelivery.count()).toBe(0);
});

const NOT_PUBLIC = [
  'http://127.0.0.1/hook',
  'http://localhost:3000/hook',
  'http://10.0.0.7/',
  'http://169.254.169.254/latest/meta-data',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://printer.local/',
  'https://user:password@example.com/',
];

it('an address that is evidently not public is refused with the reason, now and in a change', async () => {
  const { webhook_id: id } = await created();
  for (const url of NOT_PUBLIC) {
    const { status, body } = await create({ url });
    expect([url, status]).toEqual([url, 422]);
    expect(body).toMatchObject({ code: 'address-refused', errors: [{ pointer: '#/url' }] });
    expect((await change(id, { url })).status).toBe(422);
  }
  expect(await db().webhook.findMany({ select: { url: true } })).toEqual([{ url: URL }]);
});

it('what no webhook can be is refused', async () => {
  const bodies = [
    {},
    { url: 'ftp://example.com/' },
    { url: URL, events: [] },
    { url: URL, events: ['film.begun'] },
    { url: URL, secret: 'whsec_c2hvcnQ=' },
    { url: URL, failing_since: null },
  ];
  for (const body of bodies) expect([body, (await create(body)).status]).toEqual([body, 422]);
  expect(await db().webhook.count()).toBe(0);
});

it('the fifty-first is refused', async () => {
  await db().webhook.createMany({
    data: Array.from({ length: 50 }, () => ({ url: URL, secret: `whsec_${'A'.repeat(32)}` })),
  });
  expect((await create({ url: URL })).status).toBe(422);
});

it('the log comes in pages, newest first, and can be asked for by state', async () => {
  const { webhook_id: id } = await created();
  const sent: string[] = [];
  for (let i = 0; i < 5; i++) sent.unshift(((await send(id)).body as Delivery).delivery_id);
  await db().webhookDelivery.update({
    where: { id: sent[4] ?? '' },
    data: { state: 'failed', nextTryAt: null },
  });
  const path = `/api/webhooks/${id}/deliveries`;
  const seen: string[] = [];
  let next: string | undefined = `${path}?limit=2`;
  for (let page = 0; next !== undefined && page < 5; page++) {
    const { body, headers } = await call(deliveries, { path: next, params: { id } });
    seen.push(...(body as Delivery[]).map(({ delivery_id }) => delivery_id));
    next = headers.get('link')?.match(/<([^>]+)>/)?.[1];
  }
  expect(seen).toEqual(sent);
  const failed = await call(deliveries, { path: `${path}?state=failed`, params: { id } });
  expect((failed.body as Delivery[]).map(({ delivery_id }) => delivery_id)).toEqual([sent[4]]);
  const foreign = await call(deliveries, { path: `${path}?cursor=nonsense`, params: { id } });
  expect(foreign.status).toBe(400);
});

it('nothing is found under ids that name none, or a delivery of another webhook', async () => {
  const [mine, other] = [await created(), await created()];
  const { delivery_id } = (await send(other.webhook_id)).body as Delivery;
  const statuses = [
    await call(get, { params: { id: UNKNOWN } }),
    await change(UNKNOWN, { enabled: true }),
    await call(remove, { method: 'DELETE', params: { id: UNKNOWN } }),
    await call(rotate, { method: 'POST', params: { id: UNKNOWN } }),
    await send(UNKNOWN),
    await call(deliveries, { params: { id: UNKNOWN } }),
    await call(again, { method: 'POST', params: { id: mine.webhook_id, delivery_id } }),
    await call(again, { method: 'POST', params: { id: mine.webhook_id, delivery_id: 'x' } }),
  ].map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([404]));
});

it('an address that became private is not connected when a message is due', async () => {
  const receiver = await startReceiver();
  const { webhook_id: id } = await created();
  await db().webhook.update({ where: { id }, data: { url: receiver.url } });
  const { delivery_id } = (await send(id)).body as Delivery;
  const delivering = startDelivering();
  await expect
    .poll(() => db().webhookDelivery.findUnique({ where: { id: delivery_id } }), { timeout: 15_000 })
    .toMatchObject({ state: 'waiting', attempts: 1, error: expect.stringMatching(/public host/) });
  await delivering.stop(5_000);
  await receiver.close();
  expect(receiver.received).toEqual([]);
  const log = (await call(get, { params: { id } })).body as Webhook;
  expect(log.failing_since).not.toBeNull();
});
