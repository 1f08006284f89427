import { z } from 'zod';
import { serveStoryboard } from '#lib/hand-off/serve-hand-off.ts';
import { route } from '#lib/http/route.ts';
import { idSchema } from '#lib/schemas/text.ts';

const query = z.strictObject({ format: z.enum(['pdf', 'csv']) });

export const GET = route({ params: { id: idSchema }, query }, async ({ request, params, query }) =>
  serveStoryboard(request, params.id, query.format),
);
export const HEAD = GET;
