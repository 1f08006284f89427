import { join } from 'node:path';
import { tempFolder } from '../blobs/disk-store.ts';
import { BLOB_GRACE_MS, sweepBlobs } from '../blobs/sweeper.ts';
import { removeOrphans } from '../blobs/temp-files.ts';
import { db, Prisma } from '../db/prisma.ts';
import { env } from '../server/env.ts';
import { logger } from '../server/logger.ts';
import { deleteOldDeliveries } from '../webhooks/delivery-queue.ts';

const HOUR_MS = 3_600_000;
/** A deleted take can be restored for so long. */
const REMOVED_TAKE_MS = 24 * HOUR_MS;
/** Answers to idempotent requests are kept as long. */
const IDEMPOTENCY_MS = 24 * HOUR_MS;

/** Clears away what a worker that was killed here left unfinished. */
export async function clearOrphans(): Promise<void> {
  const removed = await removeOrphans(tempFolder(join(env.DATA_DIR, 'blobs')));
  if (removed > 0) logger.info({ removed }, 'removed unfinished files of a worker that is gone');
}

/** Removes files that no row names and what has outlived its use. */
export async function sweep(now = Date.now()): Promise<void> {
  await db().clip.deleteMany({ where: { removedAt: { lt: new Date(now - REMOVED_TAKE_MS) } } });
  const result = await sweepBlobs({
    root: join(env.DATA_DIR, 'blobs'),
    referenced: findReferenced,
    graceMs: BLOB_GRACE_MS,
    now,
  });
  const { count } = await db().idempotencyKey.deleteMany({
    where: { createdAt: { lt: new Date(now - IDEMPOTENCY_MS) } },
  });
  const deliveries = await deleteOldDeliveries(now);
  logger.info({ ...result, idempotency_keys: count, webhook_deliveries: deliveries }, 'swept');
}

/**
 * Which of these hashes a row names: assets, snapshots, keyframes, clips and what they were uploaded as, films, contact sheets, and the thumbnails of
 * all of those. Rows of deleted manifests and films count: the trash gives back what was put in it.
 */
export async function findReferenced(hashes: string[]): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ hash: string }[]>(Prisma.sql`
    WITH asked AS (SELECT unnest(${hashes}::char(64)[]) AS hash),
    -- A thumbnail is named when its picture is: ask for both.
    wanted AS (
      SELECT hash, hash AS named_by FROM asked
      UNION ALL
      SELECT a.hash, b.hash FROM asked a JOIN blobs b
        ON a.hash IN (b.thumb_320_hash, b.thumb_640_hash, b.thumb_1280_hash)
    ),
    frozen AS (
      SELECT x->>'image_hash' AS hash FROM manifest_snapshots, jsonb_array_elements(snapshot_data->'assets') x
      UNION
      SELECT x->>'original_hash' FROM manifest_snapshots, jsonb_array_elements(snapshot_data->'assets') x
      UNION
      SELECT x->>'image_hash' FROM manifest_versions, jsonb_array_elements(data->'assets') x
      UNION
      SELECT x->>'original_hash' FROM manifest_versions, jsonb_array_elements(data->'assets') x
    )
    SELECT DISTINCT w.hash FROM wanted w WHERE
      EXISTS (SELECT 1 FROM assets r WHERE r.master_hash = w.named_by)
      OR EXISTS (SELECT 1 FROM assets r WHERE r.original_hash = w.named_by)
      OR EXISTS (SELECT 1 FROM keyframes r WHERE r.blob_hash = w.named_by)
      OR EXISTS (SELECT 1 FROM clips r WHERE r.blob_hash = w.named_by)
      OR EXISTS (SELECT 1 FROM clips r WHERE r.operation->>'original_hash' = w.named_by)
      OR EXISTS (SELECT 1 FROM projects r WHERE r.output_hash = w.named_by)
      OR EXISTS (SELECT 1 FROM manifests r WHERE r.contact_sheet_hash = w.named_by)
      OR w.named_by IN (SELECT hash FROM frozen)`);
  return new Set(rows.map((row) => row.hash.trim()));
}
