import { Readable } from 'node:stream';
import { findServedBlob } from '../blobs/blob-repo.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';

type ServeOptions = {
  /** Offers the file under this name instead of showing it. */
  fileName?: string;
  /** The address may name other bytes later (a contact sheet, a film): revalidate by ETag. */
  mutable?: boolean;
  /** Shown in the page (a film in its player) although it has a name. */
  inline?: boolean;
  /** Of a picture its thumbnail, where it has one. */
  width?: '320' | '640' | '1280' | undefined;
};

/** What is no larger is read whole: a stream costs more than the memory for as long as it is sent. */
const READ_WHOLE_BYTES = 128 * 1024;

/** What may be shown in a page. Anything else, and every file as it was uploaded, is only offered as a download. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/webp', 'video/mp4']);

/**
 * Streams a blob: immutable, one range, type from our own table, never a script (`nosniff`, sandboxing CSP).
 * @throws AppError not-found, range-not-satisfiable
 */
export async function serveBlob(
  request: Request,
  asked: string,
  { fileName, mutable = false, inline = false, width }: ServeOptions = {},
): Promise<Response> {
  const blob = await findServedBlob(db(), asked, width);
  if (!blob) throw new AppError('not-found', { detail: 'There is no such file.' });
  const { hash } = blob;
  const headers = new Headers({
    'content-type': blob.mediaType,
    etag: `"${hash}"`,
    'accept-ranges': 'bytes',
    'cache-control': mutable ? 'private, no-cache' : 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'content-disposition': contentDisposition(
      inline || (!fileName && blob.width !== null && SHOWN.has(blob.mediaType)),
      fileName ?? null,
    ),
  });
  if (request.headers.get('if-none-match')?.includes(hash))
    return new Response(null, { status: 304, headers });
  const ifRange = request.headers.get('if-range');
  const isSame = ifRange === null || ifRange === headers.get('etag');
  const range = isSame ? parseRange(request.headers.get('range'), blob.size) : null;
  const { start, end } = range ?? { start: 0, end: blob.size - 1 };
  headers.set('content-length', String(end - start + 1));
  if (range) headers.set('content-range', `bytes ${start}-${end}/${blob.size}`);
  // The row stays when the sweeper takes the file.
  if (request.method === 'HEAD' && !(await blobStore().has(hash)))
    throw new AppError('not-found', { detail: 'There is no such file.' });
  if (request.method === 'HEAD' || blob.size === 0)
    return new Response(null, { status: range ? 206 : 200, headers });
  if (!range && blob.size <= READ_WHOLE_BYTES)
    return new Response(new Uint8Array(await blobStore().get(hash)), { headers });
  const stream = await blobStore().stream(hash, { start, end });
  return new Response(Readable.toWeb(stream) as ReadableStream, { status: range ? 206 : 200, headers });
}

/** A single byte range (RFC 9110, 14.2), inclusive; null: serve the whole. Several ranges are served as the whole. */
export function parseRange(header: string | null, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const unsatisfiable = () =>
    new AppError('range-not-satisfiable', {
      detail: 'The file ends before this range.',
      headers: { 'content-range': `bytes */${size}` },
    });
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size);
    if (length === 0) throw unsatisfiable();
    return { start: size - length, end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size) throw unsatisfiable();
  return start <= end ? { start, end } : null;
}

/** RFC 6266: an ASCII fallback and the whole name in UTF-8 (RFC 8187). */
export function contentDisposition(inline: boolean, fileName: string | null): string {
  const kind = inline ? 'inline' : 'attachment';
  if (!fileName) return kind;
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%/]/g, '_');
  const utf8 = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
