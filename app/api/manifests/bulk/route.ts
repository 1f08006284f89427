import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { bulkEditManifests } from '#lib/manifests/bulk-service.ts';
import * as operations from '#lib/openapi/manifest-operations.ts';

export const POST = route(operations.bulkEditManifests, async ({ body }) =>
  json(await bulkEditManifests(body)),
);
