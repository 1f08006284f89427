import { ASSET_IMAGE_LIMITS, uploadAssetImage } from '#lib/assets/upload-service.ts';
import { etagOf, revisionsFromIfMatch } from '#lib/http/etag.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const POST = route(
  { params: { id: idSchema }, multipart: ASSET_IMAGE_LIMITS },
  async ({ request, params, multipart }) => {
    const ifRevision = revisionsFromIfMatch(request.headers.get('if-match'));
    const asset = await uploadAssetImage(params.id, multipart, { ifRevision });
    return json(asset, { headers: { etag: etagOf(asset.revision) } });
  },
);
