import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { eventStream } from '#lib/http/sse.ts';
import * as operations from '#lib/openapi/project-operations.ts';
import { listRunning, runningVersion } from '#lib/projects/running-films.ts';

/** The films that are being made, once as JSON, or pushed after every change to who accepts text/event-stream. */
export const GET = route(operations.listRunning, async ({ request }) => {
  if (!request.headers.get('accept')?.includes('text/event-stream')) return json(await listRunning());
  return eventStream(request, {
    topic: 'project',
    id: '*',
    event: 'running',
    read: listRunning,
    versionOf: runningVersion,
    gapMs: 500,
  });
});
