import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { compareVersions } from '#lib/manifests/version-service.ts';
import * as operations from '#lib/openapi/version-operations.ts';

export const GET = route(operations.compareVersions, async ({ params, query }) =>
  json(await compareVersions(params.id, query.from, query.to)),
);
