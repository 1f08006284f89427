import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { KEYFRAME_LIMITS, removeOwnKeyframe, setOwnKeyframe } from '#lib/projects/own-keyframe-service.ts';
import { fitQuerySchema, type Position, positionSchema } from '#lib/schemas/take.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema, scene_id: idSchema, position: positionSchema };
type Params = { id: string; scene_id: string; position: string };

const addressOf = ({ id, scene_id, position }: Params) => ({
  projectId: id,
  sceneId: scene_id,
  position: position as Position,
});

export const PUT = route(
  { params, query: fitQuerySchema, multipart: KEYFRAME_LIMITS },
  async ({ params, query, multipart }) => json(await setOwnKeyframe(addressOf(params), multipart, query.fit)),
);

export const DELETE = route({ params }, async ({ params }) =>
  json(await removeOwnKeyframe(addressOf(params))),
);
