import { route } from '#lib/http/route.ts';
import { eventStream } from '#lib/http/sse.ts';
import * as operations from '#lib/openapi/project-operations.ts';
import { getProjectNews } from '#lib/projects/project-news.ts';

export const GET = route(operations.streamProject, async ({ request, params }) =>
  eventStream(request, {
    topic: 'project',
    id: params.id,
    event: 'status',
    read: (known) => getProjectNews(params.id, known),
    versionOf: (news) => news.updated_at,
  }),
);
