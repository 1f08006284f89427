import { changeAssets } from '#lib/assets/asset-bulk-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const POST = route(operations.changeAssets, async ({ params, body }) =>
  json(await changeAssets(params.id, body)),
);
