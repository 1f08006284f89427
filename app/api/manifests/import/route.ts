import { IMPORT_LIMITS, importBundle } from '#lib/bundles/import-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { importQuerySchema } from '#lib/schemas/bundle.ts';

export const POST = route(
  { query: importQuerySchema, multipart: IMPORT_LIMITS },
  async ({ query, multipart }) => {
    const answer = await importBundle(multipart, query);
    const hasCreated = !answer.dry_run && answer.manifests.some((manifest) => manifest.outcome === 'created');
    return json(answer, { status: hasCreated ? 201 : 200 });
  },
);
