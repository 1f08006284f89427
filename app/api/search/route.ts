import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { searchQuerySchema } from '#lib/schemas/search.ts';
import { searchEverything } from '#lib/search/search-service.ts';

export const GET = route({ query: searchQuerySchema }, async ({ query }) =>
  json(await searchEverything(query)),
);
