import { exportManifests } from '#lib/bundles/export-service.ts';
import { serveBundle } from '#lib/bundles/serve-bundle.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/bundle-operations.ts';

export const GET = route(operations.exportManifests, async ({ request, query }) =>
  serveBundle(request, await exportManifests(query.ids)),
);
export const HEAD = GET;
