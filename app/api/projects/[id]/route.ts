import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { deleteProject, getProject, updateProject } from '#lib/projects/project-service.ts';
import { updateProjectSchema } from '#lib/schemas/project.ts';
import { idSchema } from '#lib/schemas/text.ts';

const params = { id: idSchema };

export const GET = route({ params }, async ({ params }) => json(await getProject(params.id)));

export const PATCH = route({ params, body: updateProjectSchema }, async ({ params, body }) =>
  json(await updateProject(params.id, body)),
);

export const DELETE = route({ params }, async ({ params }) => {
  await deleteProject(params.id);
  return json({ status: 'deleted', project_id: params.id });
});
