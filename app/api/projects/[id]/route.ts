import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/project-operations.ts';
import { deleteProject, getProject, updateProject } from '#lib/projects/project-service.ts';

export const GET = route(operations.getProject, async ({ params }) => json(await getProject(params.id)));

export const PATCH = route(operations.updateProject, async ({ params, body }) =>
  json(await updateProject(params.id, body)),
);

export const DELETE = route(operations.deleteProject, async ({ params }) => {
  await deleteProject(params.id);
  return json({ status: 'deleted', project_id: params.id });
});
