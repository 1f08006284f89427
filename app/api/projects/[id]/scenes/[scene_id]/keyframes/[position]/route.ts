import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/scene-operations.ts';
import { removeOwnKeyframe, setOwnKeyframe } from '#lib/projects/own-keyframe-service.ts';
import type { Position } from '#lib/schemas/take.ts';

type Params = { id: string; scene_id: string; position: string };

const addressOf = ({ id, scene_id, position }: Params) => ({
  projectId: id,
  sceneId: scene_id,
  position: position as Position,
});

export const PUT = route(operations.setOwnKeyframe, async ({ params, query, multipart }) =>
  json(await setOwnKeyframe(addressOf(params), multipart, query.fit)),
);

export const DELETE = route(operations.removeOwnKeyframe, async ({ params }) =>
  json(await removeOwnKeyframe(addressOf(params))),
);
