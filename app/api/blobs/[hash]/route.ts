import { putImage } from '#lib/assets/put-image-service.ts';
import { json } from '#lib/http/reply.ts';
import { route } from '#lib/http/route.ts';
import { serveBlob } from '#lib/http/serve-blob.ts';
import * as operations from '#lib/openapi/system-operations.ts';

export const GET = route(operations.getBlob, async ({ request, params, query }) =>
  serveBlob(request, params.hash, { width: query.w }),
);

export const PUT = route(operations.putBlob, async ({ request, params, multipart }) => {
  const { stored, isNew } = await putImage(params.hash, multipart, request.headers.get('content-type'));
  return json(stored, { status: isNew ? 201 : 200 });
});
