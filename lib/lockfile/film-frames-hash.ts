import { createHash } from 'node:crypto';

/** One hash for the whole film: SHA-256 over those of its parts, in hex one after another. */
export const filmFramesHash = (parts: { sha256: string }[]): string =>
  createHash('sha256')
    .update(parts.map((p) => p.sha256).join(''))
    .digest('hex');
