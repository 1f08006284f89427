import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { eventStream } from '#lib/http/sse.ts';
import { getProgress, progressVersion } from '#lib/manifests/processing-service.ts';
import * as operations from '#lib/openapi/manifest-operations.ts';

/** The state once as JSON, or pushed after every change to who accepts text/event-stream. */
export const GET = route(operations.getManifestProgress, async ({ request, params }) => {
  const read = () => getProgress(params.id);
  if (!request.headers.get('accept')?.includes('text/event-stream')) return json(await read());
  return eventStream(request, {
    topic: 'manifest',
    id: params.id,
    event: 'progress',
    read: () => read(),
    versionOf: progressVersion,
  });
});
