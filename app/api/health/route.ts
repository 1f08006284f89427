import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import * as operations from '#lib/openapi/system-operations.ts';

/** This process answers; what it needs is `/api/ready`'s business. */
export const GET = route(operations.getHealth, async () => json({ status: 'ok' }));
