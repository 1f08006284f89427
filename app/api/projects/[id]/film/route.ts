import { z } from 'zod';
import { route } from '#lib/http/route.ts';
import { serveBlob } from '#lib/http/serve-blob.ts';
import { getFilm } from '#lib/projects/project-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

const query = z.strictObject({ download: z.literal('1').optional() });

/** The film under its title; shown in the page unless it is asked for as a download. */
export const GET = route({ params: { id: idSchema }, query }, async ({ request, params, query }) => {
  const { hash, fileName } = await getFilm(params.id);
  return serveBlob(request, hash, { fileName, mutable: true, inline: query.download === undefined });
});
export const HEAD = GET;
