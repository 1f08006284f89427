import { route } from '#lib/http/route.ts';
import { serveFilmBundle } from '#lib/lockfile/serve-lockfile.ts';
import * as operations from '#lib/openapi/hand-off-operations.ts';

export const GET = route(operations.getFilmBundle, async ({ request, params }) =>
  serveFilmBundle(request, params.id),
);
export const HEAD = GET;
