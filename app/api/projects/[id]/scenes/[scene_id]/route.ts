import { etagOf, revisionsFromIfMatch } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { removeScene, updateScene } from '#lib/projects/scene-service.ts';
import { updateSceneSchema } from '#lib/schemas/scene-edit.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema, scene_id: idSchema };

export const PATCH = route({ params, body: updateSceneSchema }, async ({ request, params, body }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  const scene = await updateScene(params.id, params.scene_id, body, { ifRevision });
  return json(scene, { headers: { etag: etagOf(scene.revision) } });
});

export const DELETE = route({ params }, async ({ request, params }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  await removeScene(params.id, params.scene_id, { ifRevision });
  return json({ status: 'removed', scene_id: params.scene_id });
});
