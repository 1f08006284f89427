import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { getProjectStatus } from '#lib/projects/project-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const GET = route({ params: { id: idSchema } }, async ({ params }) =>
  json(await getProjectStatus(params.id)),
);
