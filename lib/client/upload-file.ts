import { AppError } from '#lib/errors.ts';
import type { Problem } from '#lib/http/problem.ts';
import type { Asset } from '#lib/schemas/asset.ts';
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

const LOST = 'The connection was lost before the file arrived.';

type SendRequest<T> = {
  url: string;
  method?: 'POST' | 'PUT';
  body: FormData;
  headers?: Record<string, string>;
  onProgress: (sentBytes: number) => void;
  signal: AbortSignal;
  /** Reads the body of a success. */
  read: (body: unknown) => T | Promise<T>;
};

/** Sends one image as multipart and resolves to its asset. @throws AppError see sendForm */
export function uploadFile({
  url,
  fields,
  idempotencyKey,
  file,
  onProgress,
  signal,
}: UploadRequest): Promise<Asset> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file);
  return sendForm({
    url,
    body,
    headers: { 'idempotency-key': idempotencyKey },
    onProgress,
    signal,
    read: async (answer) => (await import('#lib/schemas/asset.ts')).assetSchema.parse(answer),
  });
}

/**
 * Sends a form with files. XMLHttpRequest, because fetch tells no upload progress.
 * Throws `AppError`: the server's problem, or `unavailable` when the server was not reached.
 */
export function sendForm<T>({
  url,
  method = 'POST',
  body,
  headers = {},
  onProgress,
  signal,
  read,
}: SendRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'text';
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onerror = () => reject(new AppError('unavailable', { detail: LOST }));
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    // What is thrown on the way rejects.
    request.onload = () => resolve(Promise.resolve(request).then(successOf).then(read));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

function successOf(request: XMLHttpRequest): unknown {
  const body = parseJson(request.responseText);
  if (request.status >= 200 && request.status < 300) return body;
  if (body && typeof body === 'object' && 'code' in body) throw appErrorOf(body as Problem);
  throw new AppError(request.status === 413 ? 'payload-too-large' : 'internal', {
    detail: `The server answered ${request.status} and did not take the file.`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
