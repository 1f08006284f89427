import { etagOf, revisionsFromIfMatch } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { restoreVersion } from '#lib/manifests/restore-version.ts';
import * as operations from '#lib/openapi/version-operations.ts';
import { manifestListItemSchema } from '#lib/schemas/manifest.ts';

export const POST = route(operations.restoreVersion, async ({ request, params }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  const manifest = await restoreVersion(params.id, Number(params.version), {
    ...(ifRevision !== undefined && { ifRevision }),
  });
  return json(manifestListItemSchema.parse(manifest), { headers: { etag: etagOf(manifest.revision) } });
});
