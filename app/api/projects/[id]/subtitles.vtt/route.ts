import { text } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { filmSubtitles } from '#lib/projects/film-subtitles.ts';
import { idSchema } from '#lib/schemas/text.ts';

/** What is said in the film, or each shot's sentence, as WebVTT. */
export const GET = route({ params: { id: idSchema } }, async ({ request, params }) =>
  text(request, await filmSubtitles(params.id), 'text/vtt; charset=utf-8'),
);
export const HEAD = GET;
