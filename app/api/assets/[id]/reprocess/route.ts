import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { reprocessAsset } from '#lib/manifests/processing-service.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const POST = route(operations.reprocessAsset, async ({ params }) =>
  json(await reprocessAsset(params.id), { status: 202 }),
);
