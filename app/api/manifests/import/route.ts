import { importBundle } from '#lib/bundles/import-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/bundle-operations.ts';

export const POST = route(operations.importBundle, async ({ query, multipart }) => {
  const answer = await importBundle(multipart, query);
  const hasCreated = !answer.dry_run && answer.manifests.some((manifest) => manifest.outcome === 'created');
  return json(answer, { status: hasCreated ? 201 : 200 });
});
