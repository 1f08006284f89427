import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/scene-operations.ts';
import { chooseTake } from '#lib/projects/take-service.ts';

export const POST = route(operations.chooseTake, async ({ params: { id, scene_id, take } }) =>
  json(await chooseTake({ projectId: id, sceneId: scene_id, take: Number(take) })),
);
