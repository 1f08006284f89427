import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { getAssetUsage } from '#lib/projects/asset-usage.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const GET = route({ params: { id: idSchema } }, async ({ params }) =>
  json(await getAssetUsage(params.id)),
);
