import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { FROM_LOCKFILE_LIMITS, filmFromLockfile } from '#lib/lockfile/import-lockfile.ts';
import { fromLockfileQuerySchema } from '#lib/schemas/lockfile.ts';

export const POST = route(
  { query: fromLockfileQuerySchema, multipart: FROM_LOCKFILE_LIMITS },
  async ({ query, multipart }) => {
    const answer = await filmFromLockfile(multipart, query);
    if ('dry_run' in answer) return json(answer);
    return json(answer, { status: 202, headers: { location: `/api/projects/${answer.project_id}` } });
  },
);
