import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/fork-operations.ts';
import { getForks } from '#lib/projects/forks.ts';

export const GET = route(operations.listForks, async ({ params }) => json(await getForks(params.id)));
