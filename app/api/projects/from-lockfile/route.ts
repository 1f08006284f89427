import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { filmFromLockfile } from '#lib/lockfile/import-lockfile.ts';
import * as operations from '#lib/openapi/hand-off-operations.ts';

export const POST = route(operations.filmFromLockfile, async ({ query, multipart }) => {
  const answer = await filmFromLockfile(multipart, query);
  if ('dry_run' in answer) return json(answer);
  return json(answer, { status: 202, headers: { location: `/api/projects/${answer.project_id}` } });
});
