import { AppError } from '../errors.ts';
import { MAX_BODY_BYTES, readCapped } from './json-body.ts';

/** The media type of a request without its parameters, in lower case; '' when it names none. */
export const mediaTypeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/**
 * Reads a body that is plain text of one media type: valid UTF-8, with or without a byte-order mark.
 * @throws AppError unsupported-media-type, payload-too-large, malformed-request
 */
export async function readText(
  request: Request,
  type: string,
  { maxBytes = MAX_BODY_BYTES } = {},
): Promise<{ value: string; bytes: Uint8Array }> {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(request.headers.get('content-type') ?? '')?.[1];
  if (mediaTypeOf(request) !== type || (charset && !/^utf-?8$/i.test(charset)))
    throw new AppError('unsupported-media-type', { detail: `Send the body as ${type} in UTF-8.` });
  const bytes = await readCapped(request, maxBytes);
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes };
  } catch (cause) {
    throw new AppError('malformed-request', { detail: 'The body is not valid UTF-8.', cause });
  }
}
