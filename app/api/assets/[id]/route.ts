import { deleteAsset, updateAsset } from '#lib/assets/asset-service.ts';
import { etagOf, revisionsFromIfMatch } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const PUT = route(operations.updateAsset, async ({ request, params, body }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  const asset = await updateAsset(params.id, body, { ifRevision });
  return json(asset, { headers: { etag: etagOf(asset.revision) } });
});

export const DELETE = route(operations.deleteAsset, async ({ request, params }) => {
  await deleteAsset(params.id, { ifRevision: revisionsFromIfMatch(request.headers.get('if-match')) });
  return json({ status: 'deleted', asset_id: params.id });
});
