import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';
import { getAssetUsage } from '#lib/projects/asset-usage.ts';

export const GET = route(operations.getAssetUsage, async ({ params }) =>
  json(await getAssetUsage(params.id)),
);
