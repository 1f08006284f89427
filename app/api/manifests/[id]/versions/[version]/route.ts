import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { getVersion } from '#lib/manifests/version-service.ts';
import * as operations from '#lib/openapi/version-operations.ts';

export const GET = route(operations.getVersion, async ({ params }) =>
  json(await getVersion(params.id, Number(params.version))),
);
