import { text } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/hand-off-operations.ts';
import { filmSubtitles } from '#lib/projects/film-subtitles.ts';

/** What is said in the film, or each shot's sentence, as WebVTT. */
export const GET = route(operations.getSubtitles, async ({ request, params }) =>
  text(request, await filmSubtitles(params.id), 'text/vtt; charset=utf-8'),
);
export const HEAD = GET;
