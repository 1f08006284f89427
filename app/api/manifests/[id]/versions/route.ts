import { nextLink } from '#lib/http/pagination.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { listVersions } from '#lib/manifests/version-service.ts';
import * as operations from '#lib/openapi/version-operations.ts';

export const GET = route(operations.listVersions, async ({ request, params, query }) => {
  const { items, next_cursor, total } = await listVersions(params.id, query);
  return json(items, { headers: { 'x-total-count': String(total), ...nextLink(request, next_cursor) } });
});
