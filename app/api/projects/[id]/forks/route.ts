import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { getForks } from '#lib/projects/forks.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const GET = route({ params: { id: idSchema } }, async ({ params }) => json(await getForks(params.id)));
