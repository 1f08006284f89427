import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { restoreTake } from '#lib/projects/take-service.ts';
import { takeNumberSchema } from '#lib/schemas/take.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema, scene_id: idSchema, take: takeNumberSchema };

export const POST = route({ params }, async ({ params: { id, scene_id, take } }) =>
  json(await restoreTake({ projectId: id, sceneId: scene_id, take: Number(take) })),
);
