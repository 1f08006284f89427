import { nextLink } from '#lib/http/pagination.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { listVersions } from '#lib/manifests/version-service.ts';
import { idSchema } from '#lib/schemas/text.ts';
import { listVersionsQuerySchema } from '#lib/schemas/version.ts';

export const GET = route(
  { params: { id: idSchema }, query: listVersionsQuerySchema },
  async ({ request, params, query }) => {
    const { items, next_cursor } = await listVersions(params.id, query);
    return json(items, { headers: nextLink(request, next_cursor) });
  },
);
