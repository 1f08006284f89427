import { uploadAssetImage } from '#lib/assets/upload-service.ts';
import { etagOf, revisionsFromIfMatch } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const POST = route(operations.uploadAssetImage, async ({ request, params, multipart }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  const asset = await uploadAssetImage(params.id, multipart, { ifRevision });
  return json(asset, { headers: { etag: etagOf(asset.revision) } });
});
