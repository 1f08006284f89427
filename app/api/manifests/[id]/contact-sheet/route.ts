import { route } from '#lib/http/route.ts';
import { serveBlob } from '#lib/http/serve-blob.ts';
import { contactSheetHash } from '#lib/manifests/contact-sheet-service.ts';
import { idSchema } from '#lib/schemas/text.ts';

export const GET = route({ params: { id: idSchema } }, async ({ request, params }) => {
  const { hash, name, version } = await contactSheetHash(params.id);
  return serveBlob(request, hash, { fileName: `${name} v${version} contact sheet.png`, mutable: true });
});
