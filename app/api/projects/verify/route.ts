import { z } from 'zod';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { lockfileOf } from '#lib/lockfile/parse-lockfile.ts';
import { verifyLockfile } from '#lib/lockfile/verify-lockfile.ts';
import { LOCKFILE_LIMITS } from '#lib/schemas/lockfile.ts';

/** The lockfile as it was downloaded. */
export const POST = route({ body: z.unknown(), maxBodyBytes: LOCKFILE_LIMITS.bytes }, async ({ body }) =>
  json(await verifyLockfile(lockfileOf(body))),
);
