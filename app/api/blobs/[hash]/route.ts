import { route } from '#lib/http/route.ts';
import { serveBlob } from '#lib/http/serve-blob.ts';
import * as operations from '#lib/openapi/system-operations.ts';

export const GET = route(operations.getBlob, async ({ request, params, query }) =>
  serveBlob(request, params.hash, { width: query.w }),
);
