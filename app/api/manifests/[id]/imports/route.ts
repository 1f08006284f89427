import { getImports, importsVersion } from '#lib/assets/import-image-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { eventStream } from '#lib/http/sse.ts';
import * as operations from '#lib/openapi/asset-list-operations.ts';

/** The state once as JSON, or pushed after every change to who accepts text/event-stream. */
export const GET = route(operations.listImports, async ({ request, params }) => {
  if (!request.headers.get('accept')?.includes('text/event-stream')) return json(await getImports(params.id));
  return eventStream(request, {
    topic: 'manifest',
    id: params.id,
    event: 'imports',
    read: () => getImports(params.id),
    versionOf: importsVersion,
  });
});
