import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { planFilm } from '#lib/projects/plan-film.ts';
import { planFilmSchema } from '#lib/schemas/film-plan.ts';

export const POST = route({ body: planFilmSchema }, async ({ body }) => json(await planFilm(body)));
