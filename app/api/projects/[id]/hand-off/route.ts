import { serveHandOff } from '#lib/hand-off/serve-hand-off.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/hand-off-operations.ts';

export const GET = route(operations.getHandOff, async ({ request, params, query }) =>
  serveHandOff(request, params.id, query.format, query.media !== undefined),
);
export const HEAD = GET;
