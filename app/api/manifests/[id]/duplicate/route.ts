import { etagOf } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { duplicateManifest } from '#lib/manifests/manifest-service.ts';
import * as operations from '#lib/openapi/manifest-operations.ts';
import { manifestListItemSchema } from '#lib/schemas/manifest.ts';

export const POST = route(operations.duplicateManifest, async ({ params, query }) => {
  const copy = await duplicateManifest(params.id, query);
  return json(manifestListItemSchema.parse(copy), {
    status: 201,
    headers: { location: `/api/manifests/${copy.manifest_id}`, etag: etagOf(copy.revision) },
  });
});
