import { changeAssets } from '#lib/assets/asset-bulk-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { bulkAssetsSchema } from '#lib/schemas/asset-bulk.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route({ params: { id: idSchema }, body: bulkAssetsSchema }, async ({ params, body }) =>
  json(await changeAssets(params.id, body)),
);
