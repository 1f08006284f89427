import { Readable } from 'node:stream';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { contentDisposition } from '../http/serve-blob.ts';
import { contactSheetPdf } from './contact-sheet-pdf.ts';
import { printableSheet } from './contact-sheet-service.ts';
import type { Paper } from './sheet-pages.ts';

/**
 * Streams a manifest's contact sheet for print. HEAD, and who has it already, draws nothing.
 * @throws AppError not-found, also for a manifest without assets
 */
export async function serveSheetPdf(request: Request, manifestId: string, paper: Paper): Promise<Response> {
  const { digest, ...input } = await printableSheet(manifestId);
  const { name, version } = input.manifest;
  const etag = `"${digest}-${paper}"`;
  const headers = new Headers({
    'content-type': 'application/pdf',
    etag,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-disposition': contentDisposition(false, `${name} v${version} contact sheet.pdf`),
  });
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  const smaller = await findSmaller(input.assets.flatMap((asset) => asset.imageHash ?? []));
  const imageFor = (hash: string) => smaller.get(hash) ?? hash;
  const stream = contactSheetPdf({ ...input, imageFor }, paper, blobStore());
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
}

/** The thumbnails that are large enough to print, by their masters. */
async function findSmaller(hashes: string[]): Promise<Map<string, string>> {
  const rows = await db().blob.findMany({
    where: { hash: { in: hashes }, thumb1280Hash: { not: null } },
    select: { hash: true, thumb1280Hash: true },
  });
  return new Map(rows.flatMap(({ hash, thumb1280Hash }) => (thumb1280Hash ? [[hash, thumb1280Hash]] : [])));
}
