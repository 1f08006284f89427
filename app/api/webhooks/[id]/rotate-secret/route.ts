import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/webhook-operations.ts';
import { rotateSecret } from '#lib/webhooks/webhook-service.ts';

export const POST = route(operations.rotateWebhookSecret, async ({ params, body }) =>
  json(await rotateSecret(params.id, body.secret)),
);
