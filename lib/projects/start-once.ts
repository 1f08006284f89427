import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Generate } from '../schemas/project.ts';
import type { QuickImage } from './quick-image.ts';

/** Names the one film that a request means, and what it asks for. */
export type StartKey = { key: string; hash: string };

/** `key`: given by who starts the film; the hash tells another wish under the same key. */
export function startKeyOf(key: string, input: Generate, images: readonly QuickImage[]): StartKey {
  const wish = {
    input,
    images: images.map(({ original, name, assetType }) => [original.hash, name ?? null, assetType ?? null]),
  };
  const hash = createHash('sha256')
    .update(canonicalize(wish) ?? '')
    .digest('hex');
  return { key, hash };
}

/**
 * The film that this key has started already; null when it is the first. Requests with one key pass here one after the
 * other, each until its transaction ends.
 * @throws AppError idempotency-key-reused for another wish
 */
export async function findStarted(tx: Tx, { key, hash }: StartKey): Promise<string | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`start ${key}`}, 0))`;
  const film = await tx.project.findUnique({
    where: { requestKey: key },
    select: { id: true, requestHash: true },
  });
  if (!film) return null;
  if (film.requestHash !== hash)
    throw new AppError('idempotency-key-reused', { detail: 'This key has started another film.' });
  return film.id;
}
