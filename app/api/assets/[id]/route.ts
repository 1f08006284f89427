import { deleteAsset, updateAsset } from '#lib/assets/asset-service.ts';
import { etagOf, revisionsFromIfMatch } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { updateAssetSchema } from '#lib/schemas/asset.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema };

export const PUT = route({ params, body: updateAssetSchema }, async ({ request, params, body }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  const asset = await updateAsset(params.id, body, { ifRevision });
  return json(asset, { headers: { etag: etagOf(asset.revision) } });
});

export const DELETE = route({ params }, async ({ request, params }) => {
  await deleteAsset(params.id, { ifRevision: revisionsFromIfMatch(request.headers.get('if-match')) });
  return json({ status: 'deleted', asset_id: params.id });
});
