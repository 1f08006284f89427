import { etagOf } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/scene-operations.ts';
import { addScene } from '#lib/projects/scene-service.ts';

export const POST = route(operations.addScene, async ({ params, body }) => {
  const scene = await addScene(params.id, body);
  return json(scene, { status: 201, headers: { etag: etagOf(scene.revision) } });
});
