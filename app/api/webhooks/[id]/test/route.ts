import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/webhook-operations.ts';
import { ping } from '#lib/webhooks/delivery-service.ts';

export const POST = route(operations.testWebhook, async ({ params }) =>
  json(await ping(params.id), { status: 202 }),
);
