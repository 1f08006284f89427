import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { reprocessAsset } from '#lib/manifests/processing-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route({ params: { id: idSchema } }, async ({ params }) =>
  json(await reprocessAsset(params.id), { status: 202 }),
);
