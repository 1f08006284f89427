import { route } from '#lib/http/route.ts';
import { serveLockfile } from '#lib/lockfile/serve-lockfile.ts';
import * as operations from '#lib/openapi/hand-off-operations.ts';

export const GET = route(operations.getLockfile, async ({ request, params, query }) =>
  serveLockfile(request, params.id, query.download !== undefined),
);
export const HEAD = GET;
