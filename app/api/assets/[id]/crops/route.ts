import { cropAsset } from '#lib/assets/crop-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const POST = route(operations.cropAsset, async ({ params, body }) =>
  json(await cropAsset(params.id, body), { status: 201 }),
);
