import { isMultipart } from '#lib/http/multipart.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/scene-operations.ts';
import { uploadOwnClip } from '#lib/projects/own-clip-service.ts';
import { anotherTake } from '#lib/projects/take-service.ts';

const makeAnother = route(operations.anotherTake, async ({ params: { id, scene_id }, body }) =>
  json(await anotherTake({ projectId: id, sceneId: scene_id }, body), { status: 202 }),
);

const upload = route(operations.uploadOwnClip, async ({ params: { id, scene_id }, query, multipart }) =>
  json(await uploadOwnClip({ projectId: id, sceneId: scene_id }, multipart, query.fit), { status: 202 }),
);

type Context = Parameters<typeof makeAnother>[1];

/** JSON has another take made; multipart brings one of one's own. */
export const POST = (request: Request, context: Context) =>
  (isMultipart(request) ? upload : makeAnother)(request, context);
