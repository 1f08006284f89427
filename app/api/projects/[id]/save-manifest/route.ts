import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { saveManifest } from '#lib/projects/save-manifest.ts';
import { saveManifestSchema } from '#lib/schemas/fork.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route(
  { params: { id: idSchema }, body: saveManifestSchema, bodyOptional: true },
  async ({ params, body }) => json(await saveManifest(params.id, body)),
);
