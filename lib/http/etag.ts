import { AppError } from '../errors.ts';

/** The ETag of a row that counts its edits. */
export const etagOf = (revision: number) => `"${revision}"`;

const ETAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;

/**
 * The revision an edit was made against, from If-Match (RFC 9110, 13.1.1); undefined when there is none or `*`.
 * A weak or foreign tag can match nothing, which `-1` says.
 * @throws AppError malformed-request
 */
export function revisionFromIfMatch(header: string | null): number | undefined {
  if (header === null || header.trim() === '*') return undefined;
  const tags = header.split(',').map((t) => t.trim());
  if (header.length > 1000 || tags.some((t) => !ETAG.test(t)))
    throw new AppError('malformed-request', {
      detail: 'If-Match is not a list of entity tags.',
      errors: [{ header: 'If-Match', code: 'not-valid', detail: 'is not a list of entity tags' }],
    });
  const strong = tags.map((t) => /^"(\d{1,10})"$/.exec(t)?.[1]).find((t) => t !== undefined);
  return strong === undefined ? -1 : Number(strong);
}
