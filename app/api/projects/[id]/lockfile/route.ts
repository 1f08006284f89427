import { z } from 'zod';
import { route } from '#lib/http/route.ts';
import { serveLockfile } from '#lib/lockfile/serve-lockfile.ts';
import { idSchema } from '#lib/schemas/text.ts';

const query = z.strictObject({ download: z.literal('1').optional() });

export const GET = route({ params: { id: idSchema }, query }, async ({ request, params, query }) =>
  serveLockfile(request, params.id, query.download !== undefined),
);
export const HEAD = GET;
