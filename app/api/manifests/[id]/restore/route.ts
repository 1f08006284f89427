import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { restoreManifest } from '#lib/manifests/manifest-service.ts';
import * as operations from '#lib/openapi/manifest-operations.ts';
import { manifestListItemSchema } from '#lib/schemas/manifest.ts';

export const POST = route(operations.restoreManifest, async ({ params }) =>
  json(manifestListItemSchema.parse(await restoreManifest(params.id))),
);
