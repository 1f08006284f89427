import { AppError } from '../errors.ts';

/** The ETag of a row that counts its edits. */
export const etagOf = (revision: number) => `"${revision}"`;

const TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/.source;
const TAGS = new RegExp(`^[ \\t]*${TAG}(?:[ \\t]*,[ \\t]*${TAG})*[ \\t]*$`);
const MAX_REVISION = 2 ** 31 - 1;

/**
 * The revisions an edit may have been made against, from If-Match (RFC 9110, 13.1.1); undefined when there is none or
 * `*`. Weak and foreign tags match nothing, so the list may be empty.
 * @throws AppError malformed-request
 */
export function revisionsFromIfMatch(header: string | null): number[] | undefined {
  if (header === null || header.trim() === '*') return undefined;
  if (header.length > 1000 || !TAGS.test(header))
    throw new AppError('malformed-request', {
      detail: 'If-Match is not a list of entity tags.',
      errors: [{ header: 'If-Match', code: 'not-valid', detail: 'is not a list of entity tags' }],
    });
  const tags = header.match(new RegExp(TAG, 'g')) ?? [];
  return tags
    .filter((tag) => /^"(0|[1-9]\d{0,9})"$/.test(tag))
    .map((tag) => Number(tag.slice(1, -1)))
    .filter((revision) => revision <= MAX_REVISION);
}
