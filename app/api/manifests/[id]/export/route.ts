import { exportManifests } from '#lib/bundles/export-service.ts';
import { serveBundle } from '#lib/bundles/serve-bundle.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/bundle-operations.ts';

export const GET = route(operations.exportManifest, async ({ request, params }) =>
  serveBundle(request, await exportManifests([params.id])),
);
export const HEAD = GET;
