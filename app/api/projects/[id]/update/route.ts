import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { bringUpToDate } from '#lib/projects/project-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route({ params: { id: idSchema } }, async ({ params }) =>
  json(await bringUpToDate(params.id), { status: 202 }),
);
