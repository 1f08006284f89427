import { z } from 'zod';
import { HAND_OFF_FORMATS, serveHandOff } from '#lib/hand-off/serve-hand-off.ts';
import { route } from '#lib/http/route.ts';
import { idSchema } from '#lib/schemas/text.ts';

const query = z.strictObject({
  format: z.enum(HAND_OFF_FORMATS),
  /** In a zip with the files that the list names. */
  media: z.literal('1').optional(),
});

export const GET = route({ params: { id: idSchema }, query }, async ({ request, params, query }) =>
  serveHandOff(request, params.id, query.format, query.media !== undefined),
);
export const HEAD = GET;
