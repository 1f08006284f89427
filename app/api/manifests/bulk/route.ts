import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { bulkEditManifests } from '#lib/manifests/bulk-service.ts';
import { bulkEditSchema } from '#lib/schemas/bulk.ts';

export const POST = route({ body: bulkEditSchema }, async ({ body }) => json(await bulkEditManifests(body)));
