import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { restoreManifest } from '#lib/manifests/manifest-service.ts';
import { manifestListItemSchema } from '#lib/schemas/manifest.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route({ params: { id: idSchema } }, async ({ params }) =>
  json(manifestListItemSchema.parse(await restoreManifest(params.id))),
);
