import { route } from '#lib/http/route.ts';
import { eventStream, streamQuerySchema } from '#lib/http/sse.ts';
import { getProjectNews } from '#lib/projects/project-news.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const GET = route(
  { params: { id: idSchema }, query: streamQuerySchema },
  async ({ request, params }) =>
    eventStream(request, {
      topic: 'project',
      id: params.id,
      event: 'status',
      read: (known) => getProjectNews(params.id, known),
      versionOf: (news) => news.updated_at,
    }),
);
