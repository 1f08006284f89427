import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/scene-operations.ts';
import { removeTake } from '#lib/projects/take-service.ts';

export const DELETE = route(operations.removeTake, async ({ params: { id, scene_id, take } }) =>
  json(await removeTake({ projectId: id, sceneId: scene_id, take: Number(take) })),
);
