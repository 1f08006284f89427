import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/run-operations.ts';
import { stopProject } from '#lib/projects/project-service.ts';

export const POST = route(operations.stopProject, async ({ params }) =>
  json(await stopProject(params.id), { status: 202 }),
);
