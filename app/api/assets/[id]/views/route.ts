import { arrangeViews } from '#lib/assets/views-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { arrangeViewsSchema } from '#lib/schemas/asset.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const PUT = route({ params: { id: idSchema }, body: arrangeViewsSchema }, async ({ params, body }) =>
  json(await arrangeViews(params.id, body)),
);
