import { mergeAssets } from '#lib/assets/asset-merge-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { mergeAssetsSchema } from '#lib/schemas/asset-bulk.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route({ params: { id: idSchema }, body: mergeAssetsSchema }, async ({ params, body }) =>
  json(await mergeAssets(params.id, body)),
);
