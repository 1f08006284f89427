import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/webhook-operations.ts';
import { createWebhook, listWebhooks } from '#lib/webhooks/webhook-service.ts';

export const GET = route(operations.listWebhooks, async () => json(await listWebhooks()));

export const POST = route(operations.createWebhook, async ({ body }) => {
  const webhook = await createWebhook(body);
  return json(webhook, { status: 201, headers: { location: `/api/webhooks/${webhook.webhook_id}` } });
});
