import { arrangeViews } from '#lib/assets/views-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/asset-operations.ts';

export const PUT = route(operations.arrangeViews, async ({ params, body }) =>
  json(await arrangeViews(params.id, body)),
);
