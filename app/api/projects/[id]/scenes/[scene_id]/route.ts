import { etagOf, revisionsFromIfMatch } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/scene-operations.ts';
import { removeScene, updateScene } from '#lib/projects/scene-service.ts';

export const PATCH = route(operations.updateScene, async ({ request, params, body }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  const scene = await updateScene(params.id, params.scene_id, body, { ifRevision });
  return json(scene, { headers: { etag: etagOf(scene.revision) } });
});

export const DELETE = route(operations.removeScene, async ({ request, params }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  await removeScene(params.id, params.scene_id, { ifRevision });
  return json({ status: 'removed', scene_id: params.scene_id });
});
