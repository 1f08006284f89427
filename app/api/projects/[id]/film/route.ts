import { route } from '#lib/http/route.ts';
import { serveBlob } from '#lib/http/serve-blob.ts';
import * as operations from '#lib/openapi/hand-off-operations.ts';
import { getFilm } from '#lib/projects/project-service.ts';

/** The film under its title; shown in the page unless it is asked for as a download. */
export const GET = route(operations.getFilm, async ({ request, params, query }) => {
  const { hash, fileName } = await getFilm(params.id);
  return serveBlob(request, hash, { fileName, mutable: true, inline: query.download === undefined });
});
export const HEAD = GET;
