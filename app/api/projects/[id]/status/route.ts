import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/project-operations.ts';
import { getProjectStatus } from '#lib/projects/project-service.ts';

export const GET = route(operations.getProjectStatus, async ({ params }) =>
  json(await getProjectStatus(params.id)),
);
