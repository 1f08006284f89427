import { exportManifests } from '#lib/bundles/export-service.ts';
import { serveBundle } from '#lib/bundles/serve-bundle.ts';
import { route } from '#lib/http/route.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const GET = route({ params: { id: idSchema } }, async ({ request, params }) =>
  serveBundle(request, await exportManifests([params.id])),
);
export const HEAD = GET;
