import { createAsset, listAssets } from '#lib/assets/asset-service.ts';
import { uploadNewAsset } from '#lib/assets/upload-service.ts';
import { isMultipart } from '#lib/http/multipart.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const GET = route(operations.listAssets, async ({ params }) => json(await listAssets(params.id)));

const createFromJson = route(operations.createAsset, async ({ params, body }) =>
  json(await createAsset(params.id, body), { status: 201 }),
);

const createWithImage = route(operations.createAssetWithImage, async ({ params, multipart }) =>
  json(await uploadNewAsset(params.id, multipart), { status: 201 }),
);

type Context = Parameters<typeof createFromJson>[1];

/** JSON makes an asset without an image; multipart makes it together with its `file`, or not at all. */
export const POST = (request: Request, context: Context) =>
  (isMultipart(request) ? createWithImage : createFromJson)(request, context);
