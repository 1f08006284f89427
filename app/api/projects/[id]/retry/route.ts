import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/run-operations.ts';
import { retryProject } from '#lib/projects/project-service.ts';

export const POST = route(operations.retryProject, async ({ params }) =>
  json(await retryProject(params.id), { status: 202 }),
);
