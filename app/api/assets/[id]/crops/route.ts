import { cropAsset } from '#lib/assets/crop-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { cropAssetSchema } from '#lib/schemas/asset.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route({ params: { id: idSchema }, body: cropAssetSchema }, async ({ params, body }) =>
  json(await cropAsset(params.id, body), { status: 201 }),
);
