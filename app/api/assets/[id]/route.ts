import { deleteAsset, updateAsset } from '#lib/assets/asset-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { updateAssetSchema } from '#lib/schemas/asset.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema };

export const PUT = route({ params, body: updateAssetSchema }, async ({ params, body }) =>
  json(await updateAsset(params.id, body)),
);

export const DELETE = route({ params }, async ({ params }) => {
  await deleteAsset(params.id);
  return json({ status: 'deleted', asset_id: params.id });
});
