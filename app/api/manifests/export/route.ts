import { exportManifests } from '#lib/bundles/export-service.ts';
import { serveBundle } from '#lib/bundles/serve-bundle.ts';
import { route } from '#lib/http/route.ts';
import { exportQuerySchema } from '#lib/schemas/bundle.ts';

export const GET = route({ query: exportQuerySchema }, async ({ request, query }) =>
  serveBundle(request, await exportManifests(query.ids)),
);
export const HEAD = GET;
