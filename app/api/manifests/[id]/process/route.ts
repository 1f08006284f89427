import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { cancelProcessing, processManifest } from '#lib/manifests/processing-service.ts';
import { processManifestSchema } from '#lib/schemas/manifest.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema };

export const POST = route(
  { params, body: processManifestSchema, bodyOptional: true },
  async ({ params, body }) => json(await processManifest(params.id, body.scope), { status: 202 }),
);

/** Cancels the analysis; what is finished stays. */
export const DELETE = route({ params }, async ({ params }) => json(await cancelProcessing(params.id)));
