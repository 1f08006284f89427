import { orderAssets } from '#lib/assets/asset-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { orderAssetsSchema } from '#lib/schemas/asset.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const PUT = route({ params: { id: idSchema }, body: orderAssetsSchema }, async ({ params, body }) =>
  json(await orderAssets(params.id, body.asset_ids)),
);
