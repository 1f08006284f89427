import { uploadAssetImage } from '#lib/assets/upload-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route({ params: { id: idSchema }, streamsBody: true }, async ({ request, params }) =>
  json(await uploadAssetImage(params.id, request)),
);
