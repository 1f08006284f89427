import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { orderScenes } from '#lib/projects/scene-service.ts';
import { orderScenesSchema } from '#lib/schemas/scene-edit.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const PUT = route({ params: { id: idSchema }, body: orderScenesSchema }, async ({ params, body }) =>
  json(await orderScenes(params.id, body.scene_ids)),
);
