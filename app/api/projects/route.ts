import { nextLink } from '#lib/http/pagination.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/project-operations.ts';
import { listProjects } from '#lib/projects/project-service.ts';

export const GET = route(operations.listProjects, async ({ request, query }) => {
  const { items, next_cursor, total } = await listProjects(query);
  return json(items, { headers: { 'x-total-count': String(total), ...nextLink(request, next_cursor) } });
});
