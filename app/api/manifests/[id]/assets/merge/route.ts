import { mergeAssets } from '#lib/assets/asset-merge-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const POST = route(operations.mergeAssets, async ({ params, body }) =>
  json(await mergeAssets(params.id, body)),
);
