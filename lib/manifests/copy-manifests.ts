import { v7 as uuidv7 } from 'uuid';
import { Prisma, type Tx } from '../db/prisma.ts';
import { MANIFEST_LIMITS } from '../schemas/manifest.ts';

/** What is to be copied; `name` null: `{original} (Copy)`. */
export type CopyOrder = { id: string; name: string; newName?: string | undefined };

/**
 * Copies locked manifests as new DRAFTs, version 1: new ids, the same tags and counters, the same bytes. Four
 * statements, however many they are. Answers the copies' ids in the order of the originals.
 */
export async function copyManifests(tx: Tx, orders: CopyOrder[]): Promise<string[]> {
  const copies = orders.map(({ id, name, newName }) => ({
    id,
    copy_id: uuidv7(),
    name: newName ?? copyName(name),
  }));
  const ids = orders.map(({ id }) => id);
  // In their order, because ids of version 7 break ties of the order.
  const assets = await tx.asset.findMany({
    where: { manifestId: { in: ids } },
    select: { id: true },
    orderBy: [{ sortOrder: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  const copy = Prisma.sql`jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) AS copy (id uuid, copy_id uuid, name text)`;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO manifests (id, name, description, category, tags, asset_count, parent_manifest_id)
    SELECT copy.copy_id, copy.name, m.description, m.category, m.tags, m.asset_count, m.id
    FROM manifests m JOIN ${copy} USING (id)`);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO manifest_tag_counters (manifest_id, prefix, last_number)
    SELECT copy.copy_id, c.prefix, c.last_number
    FROM manifest_tag_counters c JOIN ${copy} ON copy.id = c.manifest_id`);
  await copyAssets(tx, copy, new Map(assets.map(({ id }) => [id, uuidv7()])));
  return copies.map(({ copy_id }) => copy_id);
}

/** Every column is taken over but those named here; crops and views point to the copies of what they pointed to. */
async function copyAssets(tx: Tx, copy: Prisma.Sql, newIds: Map<string, string>): Promise<void> {
  if (newIds.size === 0) return;
  const renamed = JSON.stringify([...newIds].map(([id, copy_id]) => ({ id, copy_id })));
  await tx.$executeRaw(Prisma.sql`
    WITH renamed AS (SELECT * FROM jsonb_to_recordset(${renamed}::jsonb) AS r (id uuid, copy_id uuid))
    INSERT INTO assets
    SELECT made.*
    FROM assets a
    JOIN renamed ON renamed.id = a.id
    JOIN ${copy} ON copy.id = a.manifest_id
    LEFT JOIN renamed crop_of ON crop_of.id = a.source_asset_id
    LEFT JOIN renamed view_of ON view_of.id = a.view_of_id
    CROSS JOIN LATERAL jsonb_populate_record(a, jsonb_build_object(
      'id', renamed.copy_id,
      'manifest_id', copy.copy_id,
      'source_asset_id', crop_of.copy_id,
      'view_of_id', view_of.copy_id,
      'revision', 1,
      'analysis_run_id', NULL,
      'analysis_state', CASE WHEN a.analysis_state = 'done' THEN 'done' ELSE 'none' END,
      'analysis_error', NULL,
      'created_at', now(),
      'updated_at', now())) AS made`);
}

/** `{original} (Copy)`, cut so that it stays a name. */
function copyName(original: string): string {
  const suffix = ' (Copy)';
  return [...original].slice(0, MANIFEST_LIMITS.name - suffix.length).join('') + suffix;
}
