import { v7 as uuidv7 } from 'uuid';
import { Prisma, type Tx } from '../db/prisma.ts';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import { ASSET_LIMITS, type Asset, type CreateAsset, TAG_PREFIX } from '../schemas/asset.ts';
import { ASSET_COLUMNS } from './asset-json.ts';
import { nextSortOrder } from './asset-repo.ts';

type ImageColumns = Pick<
  AssetRow,
  'originalHash' | 'masterHash' | 'width' | 'height' | 'hasAlpha' | 'placeholder' | 'fileName'
>;
type CropColumns = Pick<AssetRow, 'sourceAssetId' | 'detectionClass' | 'detectionConfidence'>;
type NewAsset = CreateAsset & Partial<ImageColumns> & Partial<CropColumns>;

/**
 * Writes an asset with the next tag of its type's series at the end of the order, in one statement. The caller
 * began the edit and holds the manifest's lock, so what the statement reads is the present state.
 */
export async function insertAsset(tx: Tx, manifestId: string, given: NewAsset): Promise<Asset> {
  const prefix = TAG_PREFIX[given.asset_type];
  const id = Prisma.sql`${manifestId}::uuid`;
  const insert = () =>
    tx.$queryRaw<{ asset: Asset }[]>(Prisma.sql`
    WITH place AS (
      SELECT coalesce(max(sort_order)::bigint, -1) + 1 AS next FROM assets WHERE manifest_id = ${id}),
    counter AS (
      INSERT INTO manifest_tag_counters AS c (manifest_id, prefix, last_number)
      SELECT ${id}, ${prefix}, 1 FROM place WHERE next <= ${ASSET_LIMITS.sortOrder}
      ON CONFLICT (manifest_id, prefix) DO UPDATE SET last_number = c.last_number + 1
      RETURNING last_number),
    a AS (
      INSERT INTO assets (id, manifest_id, asset_type, name, manifest_tag, description, user_tags, sort_order,
        original_hash, master_hash, width, height, has_alpha, placeholder, file_name,
        source, source_asset_id, detection_class, detection_confidence)
      SELECT ${uuidv7()}::uuid, ${id}, ${given.asset_type}::"AssetType", ${given.name},
        ${prefix} || '_' || CASE WHEN last_number < 10 THEN '0' ELSE '' END || last_number,
        ${given.description ?? ''}, ${given.user_tags ?? []}::text[], next,
        ${given.originalHash ?? null}, ${given.masterHash ?? null}, ${given.width ?? null}::int,
        ${given.height ?? null}::int, ${given.hasAlpha ?? false}::boolean, ${given.placeholder ?? null},
        ${given.fileName ?? null}, ${given.sourceAssetId ? 'extracted' : 'uploaded'}::"AssetSource",
        ${given.sourceAssetId ?? null}::uuid, ${given.detectionClass ?? null},
        ${given.detectionConfidence ?? null}::float8
      FROM place, counter RETURNING *)
    SELECT to_json(asset) AS asset FROM (SELECT ${ASSET_COLUMNS} FROM a) asset`);
  const [row] = await insert();
  if (row) return row.asset;
  // The last place is taken: the others move up first.
  await nextSortOrder(tx, manifestId);
  const [moved] = await insert();
  if (!moved) throw new Error('The asset was not written.');
  return moved.asset;
}
