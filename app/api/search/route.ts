import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/system-operations.ts';
import { searchEverything } from '#lib/search/search-service.ts';

export const GET = route(operations.searchEverything, async ({ query }) =>
  json(await searchEverything(query)),
);
