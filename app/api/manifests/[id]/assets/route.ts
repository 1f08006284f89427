import { createAsset, listAssets } from '#lib/assets/asset-service.ts';
import { NEW_ASSET_LIMITS, uploadNewAsset } from '#lib/assets/upload-service.ts';
import { isMultipart } from '#lib/http/multipart.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { createAssetSchema } from '#lib/schemas/asset.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema };

export const GET = route({ params }, async ({ params }) => json(await listAssets(params.id)));

const createFromJson = route({ params, body: createAssetSchema }, async ({ params, body }) =>
  json(await createAsset(params.id, body), { status: 201 }),
);

const createWithImage = route({ params, multipart: NEW_ASSET_LIMITS }, async ({ params, multipart }) =>
  json(await uploadNewAsset(params.id, multipart), { status: 201 }),
);

type Context = Parameters<typeof createFromJson>[1];

/** JSON makes an asset without an image; multipart makes it together with its `file`, or not at all. */
export const POST = (request: Request, context: Context) =>
  (isMultipart(request) ? createWithImage : createFromJson)(request, context);
