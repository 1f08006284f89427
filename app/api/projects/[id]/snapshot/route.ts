import { z } from 'zod';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { getSnapshot } from '#lib/projects/project-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

const query = z.strictObject({ diff: z.literal('live').optional() });

export const GET = route({ params: { id: idSchema }, query }, async ({ params, query }) =>
  json(await getSnapshot(params.id, query)),
);
