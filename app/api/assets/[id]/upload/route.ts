import { ASSET_IMAGE_LIMITS, uploadAssetImage } from '#lib/assets/upload-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route(
  { params: { id: idSchema }, multipart: ASSET_IMAGE_LIMITS },
  async ({ params, multipart }) => json(await uploadAssetImage(params.id, multipart)),
);
