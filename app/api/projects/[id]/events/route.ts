import { route } from '#lib/http/route.ts';
import { eventStream } from '#lib/http/sse.ts';
import { getProjectStatus } from '#lib/projects/project-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const GET = route({ params: { id: idSchema } }, async ({ request, params }) =>
  eventStream(request, {
    topic: 'project',
    id: params.id,
    event: 'status',
    read: () => getProjectStatus(params.id),
    versionOf: (status) => status.updated_at,
  }),
);
