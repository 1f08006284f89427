import { etagOf } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { restoreScene } from '#lib/projects/scene-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema, scene_id: idSchema };

export const POST = route({ params }, async ({ params }) => {
  const scene = await restoreScene(params.id, params.scene_id);
  return json(scene, { headers: { etag: etagOf(scene.revision) } });
});
