import { Readable } from 'node:stream';
import { blobStore } from '../blobs/store-instance.ts';
import { contentDisposition } from '../http/serve-blob.ts';
import type { ExportedBundle } from './export-service.ts';
import { type BundleStream, writeBundle } from './write-bundle.ts';

/** Streams a bundle as a download. HEAD and a download that is not needed open no file. */
export const serveBundle = (
  request: Request,
  { fileName, json, images, digest }: ExportedBundle,
): Promise<Response> => serveZip(request, { fileName, digest }, () => writeBundle(json, images, blobStore()));

/** Streams a zip as a download; `digest` stands for all that is in it. */
export async function serveZip(
  request: Request,
  { fileName, digest }: { fileName: string; digest: string },
  write: () => Promise<BundleStream>,
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
  const { stream, sizeBytes } = await write();
  headers.set('content-length', String(sizeBytes));
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
}
