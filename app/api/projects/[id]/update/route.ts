import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/run-operations.ts';
import { bringUpToDate } from '#lib/projects/project-service.ts';

export const POST = route(operations.bringUpToDate, async ({ params }) =>
  json(await bringUpToDate(params.id), { status: 202 }),
);
