import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/webhook-operations.ts';
import { deleteWebhook, getWebhook, updateWebhook } from '#lib/webhooks/webhook-service.ts';

export const GET = route(operations.getWebhook, async ({ params }) => json(await getWebhook(params.id)));

export const PATCH = route(operations.updateWebhook, async ({ params, body }) =>
  json(await updateWebhook(params.id, body)),
);

export const DELETE = route(operations.deleteWebhook, async ({ params }) => {
  await deleteWebhook(params.id);
  return json({ status: 'deleted', webhook_id: params.id });
});
