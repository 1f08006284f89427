import { nextLink } from '#lib/http/pagination.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { listProjects } from '#lib/projects/project-service.ts';
import { listProjectsQuerySchema } from '#lib/schemas/project.ts';

export const GET = route({ query: listProjectsQuerySchema }, async ({ request, query }) => {
  const { items, next_cursor, total } = await listProjects(query);
  return json(items, { headers: { 'x-total-count': String(total), ...nextLink(request, next_cursor) } });
});
