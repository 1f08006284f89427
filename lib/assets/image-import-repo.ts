import { Prisma, type Tx } from '../db/prisma.ts';
import type { ImageImport as ImportRow } from '../generated/prisma/client.ts';
import { DEAD_LETTER_QUEUE } from '../jobs/queues.ts';
import type { ImageImport } from '../schemas/asset-list.ts';
import { ASSET_ORDER } from './asset-repo.ts';

export const toImageImport = (row: ImportRow): ImageImport => ({
  asset_id: row.assetId,
  url: row.url,
  state: row.state,
  tries: row.tries,
  error: row.error,
  created_at: row.createdAt.toISOString(),
  finished_at: row.finishedAt?.toISOString() ?? null,
});

/** The imports of a manifest's assets, in the order of the assets. */
export async function findImports(tx: Tx, manifestId: string): Promise<ImageImport[]> {
  const rows = await tx.asset.findMany({
    where: { manifestId, imageImport: { isNot: null } },
    orderBy: [...ASSET_ORDER],
    select: { imageImport: true },
  });
  return rows.flatMap(({ imageImport }) => (imageImport ? [toImageImport(imageImport)] : []));
}

/** Takes an open import for one try. Null: it is over, or its asset is gone. */
export async function claimImport(tx: Tx, assetId: string): Promise<ImportRow | null> {
  const [claimed] = await tx.imageImport.updateManyAndReturn({
    where: { assetId, state: { in: ['waiting', 'running'] } },
    data: { state: 'running', tries: { increment: 1 } },
  });
  return claimed ?? null;
}

type Settlement =
  | { state: 'done' }
  | { state: 'failed'; error?: string }
  /** Another try follows. */
  | { state: 'waiting'; error: string };

/** Writes how a try ended. False: the import is over already, or its asset is gone. */
export async function settleImport(tx: Tx, assetId: string, outcome: Settlement): Promise<boolean> {
  const { count } = await tx.imageImport.updateMany({
    where: { assetId, state: { in: ['waiting', 'running'] } },
    data: {
      state: outcome.state,
      finishedAt: outcome.state === 'waiting' ? null : new Date(),
      ...(outcome.state === 'done' && { error: null }),
      ...('error' in outcome && outcome.error !== undefined && { error: outcome.error }),
    },
  });
  return count > 0;
}

/** Open imports that no job is left for: after a crash, a restored backup or a lost message. */
export async function findLostImports(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ asset_id: string }[]>(Prisma.sql`
    SELECT asset_id FROM image_imports i
    WHERE i.state IN ('waiting', 'running') AND NOT EXISTS (
      SELECT 1 FROM pgboss.job j WHERE j.name IN ('fetch-image', ${DEAD_LETTER_QUEUE}) AND j.state IN ('created', 'retry', 'active')
        AND j.data->>'asset_id' = i.asset_id::text)`);
  return rows.map((row) => row.asset_id);
}
