import { Readable } from 'node:stream';
import { contentDisposition } from '../http/serve-blob.ts';
import { safeFileName } from '../projects/film-file-name.ts';
import { filmBundle } from './film-bundle.ts';
import { getLockfile } from './lockfile-service.ts';

const headersOf = (type: string, etag: string, disposition: string) =>
  new Headers({
    'content-type': type,
    etag: `"${etag}"`,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-disposition': disposition,
  });

const isKnown = (request: Request, digest: string) =>
  request.headers.get('if-none-match')?.includes(digest) ?? false;

/** The lockfile of a film; its ETag is its digest. @throws AppError see getLockfile */
export async function serveLockfile(request: Request, id: string, isDownload: boolean): Promise<Response> {
  const { bytes, digest, title } = await getLockfile(id);
  const name = `${safeFileName(title)}.lockfile.json`;
  const headers = headersOf('application/json', digest, contentDisposition(!isDownload, name));
  if (isKnown(request, digest)) return new Response(null, { status: 304, headers });
  headers.set('content-length', String(bytes.byteLength));
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
}

/** The bundle of a film as a download: its lockfile and every file it needs. @throws AppError see filmBundle */
export async function serveFilmBundle(request: Request, id: string): Promise<Response> {
  const { digest, title, write } = await filmBundle(id);
  const name = `${safeFileName(title)}.film.zip`;
  // The lockfile names every file by its hash, so its digest stands for all bytes.
  const headers = headersOf('application/zip', digest, contentDisposition(false, name));
  if (isKnown(request, digest)) return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  const { stream, sizeBytes } = await write();
  headers.set('content-length', String(sizeBytes));
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
}
