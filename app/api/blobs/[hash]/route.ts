import { z } from 'zod';
import { resolveBlob } from '#lib/blobs/resolve-blob.ts';
import { route } from '#lib/http/route.ts';
import { serveBlob } from '#lib/http/serve-blob.ts';
import { hashSchema } from '#lib/schemas/text.ts';

const query = z.strictObject({ w: z.enum(['320', '640', '1280']).optional() });

export const GET = route({ params: { hash: hashSchema }, query }, async ({ request, params, query }) =>
  serveBlob(request, await resolveBlob(params.hash, query.w)),
);
