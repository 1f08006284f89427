import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { compareVersions } from '#lib/manifests/version-service.ts';
import { idSchema } from '#lib/schemas/text.ts';
import { compareVersionsQuerySchema } from '#lib/schemas/version.ts';

export const GET = route(
  { params: { id: idSchema }, query: compareVersionsQuerySchema },
  async ({ params, query }) => json(await compareVersions(params.id, query.from, query.to)),
);
