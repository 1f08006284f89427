import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/fork-operations.ts';
import { forkProject, previewFork } from '#lib/projects/fork-service.ts';

export const POST = route(operations.forkProject, async ({ params, query, body }) => {
  if (query.dry_run === 'true') return json(await previewFork(params.id, body));
  const answer = await forkProject(params.id, body);
  return json(answer, { status: 202, headers: { location: `/api/projects/${answer.project_id}` } });
});
