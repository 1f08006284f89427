import { Readable } from 'node:stream';
import { blobStore } from '../blobs/store-instance.ts';
import { zipFiles } from '../bundles/zip-files.ts';
import { contentDisposition } from '../http/serve-blob.ts';
import { safeFileName } from '../projects/film-file-name.ts';
import { getProject } from '../projects/project-service.ts';
import type { ProjectScene } from '../schemas/project.ts';
import { toEdl } from './edl.ts';
import { toFcpxml } from './fcpxml.ts';
import type { HandOffFilm } from './hand-off-film.ts';
import { handOff } from './hand-off-service.ts';
import { findBlobThumbs } from './keyframe-pictures.ts';
import { toOtio } from './otio.ts';
import { storyboardCsv } from './storyboard-csv.ts';
import { storyboardPdf } from './storyboard-pdf.ts';

export const HAND_OFF_FORMATS = ['otio', 'fcpxml', 'edl'] as const;
export type HandOffFormat = (typeof HAND_OFF_FORMATS)[number];

const WRITERS: Record<HandOffFormat, { type: string; write: (film: HandOffFilm) => string }> = {
  otio: { type: 'application/json', write: toOtio },
  fcpxml: { type: 'application/xml', write: toFcpxml },
  edl: { type: 'text/plain; charset=us-ascii', write: toEdl },
};

const download = (type: string, fileName: string) =>
  new Headers({
    'content-type': type,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-disposition': contentDisposition(false, fileName),
  });

/** The film's edit list; with `withMedia` in a zip beside the files it names. @throws AppError see handOff */
export async function serveHandOff(
  request: Request,
  id: string,
  format: HandOffFormat,
  withMedia: boolean,
): Promise<Response> {
  const { film, files } = await handOff(id);
  const { type, write } = WRITERS[format];
  const bytes = Buffer.from(write(film));
  const name = `${safeFileName(film.title)}.${format}`;
  if (!withMedia) {
    const headers = download(type, name);
    headers.set('content-length', String(bytes.byteLength));
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
  }
  const headers = download('application/zip', `${safeFileName(film.title)} ${format}.zip`);
  if (request.method === 'HEAD') return new Response(null, { headers });
  const { stream, sizeBytes } = await zipFiles([{ name, bytes }, ...files], blobStore());
  headers.set('content-length', String(sizeBytes));
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
}

/** The storyboard to print or to sort. @throws AppError not-found */
export async function serveStoryboard(
  request: Request,
  id: string,
  format: 'pdf' | 'csv',
): Promise<Response> {
  const film = await getProject(id);
  const name = `${safeFileName(film.title)} storyboard.${format}`;
  if (format === 'csv') {
    const headers = download('text/csv; charset=utf-8', name);
    return new Response(request.method === 'HEAD' ? null : storyboardCsv(film.scenes), { headers });
  }
  const headers = download('application/pdf', name);
  if (request.method === 'HEAD') return new Response(null, { headers });
  const hashes = film.scenes.flatMap((scene) => startHash(scene) ?? []);
  const smaller = await findBlobThumbs(hashes);
  const pictureOf = (scene: ProjectScene) => {
    const hash = startHash(scene);
    return hash && (smaller.get(hash) ?? hash);
  };
  const stream = storyboardPdf({ film, pictureOf }, blobStore());
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
}

function startHash({ keyframes }: ProjectScene): string | null {
  const start = keyframes.find((k) => k.position === 'start' && k.state === 'done');
  return start?.url?.match(/[0-9a-f]{64}/)?.[0] ?? null;
}
