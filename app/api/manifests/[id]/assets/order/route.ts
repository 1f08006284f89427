import { orderAssets } from '#lib/assets/asset-service.ts';
import { etagOf, revisionsFromIfMatch } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const PUT = route(operations.orderAssets, async ({ request, params, body }) => {
  const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
  const { assets, revision } = await orderAssets(params.id, body.asset_ids, { ifRevision });
  return json(assets, { headers: { etag: etagOf(revision) } });
});
