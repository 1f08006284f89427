import { route } from '#lib/http/route.ts';
import { serveBlob } from '#lib/http/serve-blob.ts';
import { contactSheetHash } from '#lib/manifests/contact-sheet-service.ts';
import { serveSheetPdf } from '#lib/manifests/serve-sheet-pdf.ts';
import * as operations from '#lib/openapi/bundle-operations.ts';

export const GET = route(operations.getContactSheet, async ({ request, params, query }) => {
  if (query.format === 'pdf') return serveSheetPdf(request, params.id, query.paper);
  const { hash, name, version } = await contactSheetHash(params.id);
  return serveBlob(request, hash, { fileName: `${name} v${version} contact sheet.png`, mutable: true });
});
export const HEAD = GET;
