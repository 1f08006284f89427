import { nextLink } from '#lib/http/pagination.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/webhook-operations.ts';
import { listDeliveries } from '#lib/webhooks/delivery-service.ts';

export const GET = route(operations.listWebhookDeliveries, async ({ request, params, query }) => {
  const { items, next_cursor } = await listDeliveries(params.id, query);
  return json(items, { headers: nextLink(request, next_cursor) });
});
