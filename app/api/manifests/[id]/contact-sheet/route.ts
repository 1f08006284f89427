import { z } from 'zod';
import { route } from '#lib/http/route.ts';
import { serveBlob } from '#lib/http/serve-blob.ts';
import { contactSheetHash } from '#lib/manifests/contact-sheet-service.ts';
import { serveSheetPdf } from '#lib/manifests/serve-sheet-pdf.ts';
import { PAPERS } from '#lib/manifests/sheet-pages.ts';
import { idSchema } from '#lib/schemas/text.ts';

const query = z.strictObject({
  format: z.enum(['png', 'pdf']).default('png'),
  /** Of the PDF. */
  paper: z.enum(PAPERS).default('a4'),
});

export const GET = route({ params: { id: idSchema }, query }, async ({ request, params, query }) => {
  if (query.format === 'pdf') return serveSheetPdf(request, params.id, query.paper);
  const { hash, name, version } = await contactSheetHash(params.id);
  return serveBlob(request, hash, { fileName: `${name} v${version} contact sheet.png`, mutable: true });
});
export const HEAD = GET;
