import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { lockfileOf } from '#lib/lockfile/parse-lockfile.ts';
import { verifyLockfile } from '#lib/lockfile/verify-lockfile.ts';
import * as operations from '#lib/openapi/hand-off-operations.ts';

/** The lockfile as it was downloaded. */
export const POST = route(operations.verifyLockfile, async ({ body }) =>
  json(await verifyLockfile(lockfileOf(body))),
);
