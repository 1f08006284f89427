import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/run-operations.ts';
import { resumeProject } from '#lib/projects/project-service.ts';

export const POST = route(operations.resumeProject, async ({ params }) =>
  json(await resumeProject(params.id), { status: 202 }),
);
