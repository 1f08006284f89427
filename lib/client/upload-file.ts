import { AppError } from '#lib/errors.ts';
import type { Problem } from '#lib/http/problem.ts';
import { type Asset, assetSchema } from '#lib/schemas/asset.ts';
import { appErrorOf } from './http.ts';

type UploadRequest = {
  url: string;
  fields: Record<string, string>;
  /** The same for every try of one file: an answer that was lost on its way must not make a second asset. */
  idempotencyKey: string;
  file: File;
  onProgress: (sentBytes: number) => void;
  signal: AbortSignal;
};

const LOST = 'The connection was lost before the image arrived.';

/**
 * Sends one image as multipart and resolves to its asset. XMLHttpRequest, because fetch tells no upload progress.
 * Throws `AppError`: the server's problem, or `unavailable` when the server was not reached.
 */
export function uploadFile({
  url,
  fields,
  idempotencyKey,
  file,
  onProgress,
  signal,
}: UploadRequest): Promise<Asset> {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'text';
    request.setRequestHeader('idempotency-key', idempotencyKey);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onerror = () => reject(new AppError('unavailable', { detail: LOST }));
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    request.onload = () => {
      try {
        resolve(readAnswer(request));
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

function readAnswer(request: XMLHttpRequest): Asset {
  const body = parseJson(request.responseText);
  if (request.status >= 200 && request.status < 300) return assetSchema.parse(body);
  if (body && typeof body === 'object' && 'code' in body) throw appErrorOf(body as Problem);
  throw new AppError(request.status === 413 ? 'payload-too-large' : 'internal', {
    detail: `The server answered ${request.status} and did not take the image.`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
