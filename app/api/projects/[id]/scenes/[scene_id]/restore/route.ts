import { etagOf } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/scene-operations.ts';
import { restoreScene } from '#lib/projects/scene-service.ts';

export const POST = route(operations.restoreScene, async ({ params }) => {
  const scene = await restoreScene(params.id, params.scene_id);
  return json(scene, { headers: { etag: etagOf(scene.revision) } });
});
