import { Readable } from 'node:stream';
import { blobStore } from '../blobs/store-instance.ts';
import { contentDisposition } from '../http/serve-blob.ts';
import type { ExportedBundle } from './export-service.ts';
import { writeBundle } from './write-bundle.ts';

/** Streams a bundle as a download. HEAD and a download that is not needed open no file. */
export async function serveBundle(
  request: Request,
  { fileName, json, images, digest }: ExportedBundle,
): Promise<Response> {
  const headers = new Headers({
    'content-type': 'application/zip',
    etag: `"${digest}"`,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-disposition': contentDisposition(false, fileName),
  });
  if (request.headers.get('if-none-match')?.includes(digest))
    return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  const { stream, sizeBytes } = await writeBundle(json, images, blobStore());
  headers.set('content-length', String(sizeBytes));
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
}
