import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';

/** This process answers; what it needs is `/api/ready`'s business. */
export const GET = route({}, async () => json({ status: 'ok' }));
