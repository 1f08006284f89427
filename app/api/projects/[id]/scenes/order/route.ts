import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/scene-operations.ts';
import { orderScenes } from '#lib/projects/scene-service.ts';

export const PUT = route(operations.orderScenes, async ({ params, body }) =>
  json(await orderScenes(params.id, body.scene_ids)),
);
