import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/generate-operations.ts';
import { planFilm } from '#lib/projects/plan-film.ts';

export const POST = route(operations.planFilm, async ({ body }) => json(await planFilm(body)));
