import { serveStoryboard } from '#lib/hand-off/serve-hand-off.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/hand-off-operations.ts';

export const GET = route(operations.getStoryboard, async ({ request, params, query }) =>
  serveStoryboard(request, params.id, query.format),
);
export const HEAD = GET;
