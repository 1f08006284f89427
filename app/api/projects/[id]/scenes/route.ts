import { etagOf } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { addScene } from '#lib/projects/scene-service.ts';
import { addSceneSchema } from '#lib/schemas/scene-edit.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route({ params: { id: idSchema }, body: addSceneSchema }, async ({ params, body }) => {
  const scene = await addScene(params.id, body);
  return json(scene, { status: 201, headers: { etag: etagOf(scene.revision) } });
});
