import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { forkProject, previewFork } from '#lib/projects/fork-service.ts';
import { forkQuerySchema, forkSchema } from '#lib/schemas/fork.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route(
  { params: { id: idSchema }, query: forkQuerySchema, body: forkSchema, bodyOptional: true },
  async ({ params, query, body }) => {
    if (query.dry_run === 'true') return json(await previewFork(params.id, body));
    const answer = await forkProject(params.id, body);
    return json(answer, { status: 202, headers: { location: `/api/projects/${answer.project_id}` } });
  },
);
