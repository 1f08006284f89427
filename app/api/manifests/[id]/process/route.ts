import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { cancelProcessing, processManifest } from '#lib/manifests/processing-service.ts';
import * as operations from '#lib/openapi/manifest-operations.ts';

export const POST = route(operations.processManifest, async ({ params, body }) =>
  json(await processManifest(params.id, body.scope), { status: 202 }),
);

/** Cancels the analysis; what is finished stays. */
export const DELETE = route(operations.cancelProcessing, async ({ params }) =>
  json(await cancelProcessing(params.id)),
);
