import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/webhook-operations.ts';
import { redeliver } from '#lib/webhooks/delivery-service.ts';

export const POST = route(operations.redeliverWebhook, async ({ params }) =>
  json(await redeliver(params.id, params.delivery_id), { status: 202 }),
);
