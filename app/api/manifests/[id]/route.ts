import { etagOf, revisionsFromIfMatch } from '#lib/http/etag.ts';
import { json, jsonText } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { getManifestText } from '#lib/manifests/manifest-detail.ts';
import { deleteManifest, purgeManifest, updateManifest } from '#lib/manifests/manifest-service.ts';
import * as operations from '#lib/openapi/manifest-operations.ts';
import { manifestListItemSchema } from '#lib/schemas/manifest.ts';

export const GET = route(operations.getManifest, async ({ params }) => {
  const { text, revision } = await getManifestText(params.id);
  return jsonText(text, { etag: etagOf(revision) });
});

export const PUT = route(operations.updateManifest, async ({ request, params, body }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  const manifest = await updateManifest(params.id, body, { ...(ifRevision !== undefined && { ifRevision }) });
  return json(manifestListItemSchema.parse(manifest), { headers: { etag: etagOf(manifest.revision) } });
});

/** To the trash; with `permanent`, out of the trash for ever. */
export const DELETE = route(operations.deleteManifest, async ({ request, params, query }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  if (query.permanent) await purgeManifest(params.id);
  else await deleteManifest(params.id, { ifRevision });
  return json({ status: 'deleted', manifest_id: params.id });
});
