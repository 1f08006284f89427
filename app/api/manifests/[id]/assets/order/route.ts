import { orderAssets } from '#lib/assets/asset-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const PUT = route(operations.orderAssets, async ({ params, body }) =>
  json(await orderAssets(params.id, body.asset_ids)),
);
