import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/system-operations.ts';
import { readiness } from '#lib/server/readiness.ts';

export const GET = route(operations.getReadiness, async () => {
  const { ready, checks } = await readiness();
  return json(
    { status: ready ? 'ready' : 'not ready', checks },
    ready ? {} : { status: 503, headers: { 'retry-after': '2' } },
  );
});
