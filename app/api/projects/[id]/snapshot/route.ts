import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/project-operations.ts';
import { getSnapshot } from '#lib/projects/project-service.ts';

export const GET = route(operations.getSnapshot, async ({ params, query }) =>
  json(await getSnapshot(params.id, query)),
);
