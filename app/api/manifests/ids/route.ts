import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { listBriefs } from '#lib/manifests/manifest-service.ts';
import * as operations from '#lib/openapi/manifest-operations.ts';

/** Everything the filters of the list keep, in its order, in brief: what "select all" selects. */
export const GET = route(operations.listManifestBriefs, async ({ query }) => json(await listBriefs(query)));
