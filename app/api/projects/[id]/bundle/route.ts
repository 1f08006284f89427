import { route } from '#lib/http/route.ts';
import { serveFilmBundle } from '#lib/lockfile/serve-lockfile.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const GET = route({ params: { id: idSchema } }, async ({ request, params }) =>
  serveFilmBundle(request, params.id),
);
export const HEAD = GET;
