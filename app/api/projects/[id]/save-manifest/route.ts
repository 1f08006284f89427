import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/fork-operations.ts';
import { saveManifest } from '#lib/projects/save-manifest.ts';

export const POST = route(operations.saveManifest, async ({ params, body }) =>
  json(await saveManifest(params.id, body)),
);
