import { Prisma, type Tx } from '../db/prisma.ts';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import type { AssetType } from '../schemas/asset.ts';
import { ASSET_ORDER } from './asset-repo.ts';

/** These assets of a manifest, in its order. */
export function findPicked(tx: Tx, manifestId: string, assetIds: string[]): Promise<AssetRow[]> {
  return tx.asset.findMany({ where: { manifestId, id: { in: assetIds } }, orderBy: [...ASSET_ORDER] });
}

export type NewTag = { id: string; assetType: AssetType; manifestTag: string };

/** Gives assets their type and tag in one statement. */
export async function writeTags(tx: Tx, tags: NewTag[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE assets SET asset_type = given.type::"AssetType", manifest_tag = given.tag,
      revision = revision + 1, updated_at = now()
    FROM unnest(${tags.map((t) => t.id)}::uuid[], ${tags.map((t) => t.assetType)}::text[],
      ${tags.map((t) => t.manifestTag)}::text[]) AS given(id, type, tag)
    WHERE assets.id = given.id`);
}

/** Gives assets their user tags in one statement. */
export async function writeUserTags(tx: Tx, tags: { id: string; userTags: string[] }[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE assets SET user_tags = ARRAY(SELECT jsonb_array_elements_text(given."userTags")),
      revision = revision + 1, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) AS given(id uuid, "userTags" jsonb)
    WHERE assets.id = given.id`);
}

/** Takes assets into another manifest with these tags and places; what an analysis still owes them is given up. */
export async function writeManifest(
  tx: Tx,
  manifestId: string,
  assets: { id: string; manifestTag: string; sortOrder: number }[],
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE assets SET manifest_id = ${manifestId}::uuid, manifest_tag = given.tag, sort_order = given.place,
      analysis_run_id = NULL,
      analysis_state = CASE WHEN analysis_state IN ('queued', 'running') THEN 'none' ELSE analysis_state END,
      revision = revision + 1, updated_at = now()
    FROM unnest(${assets.map((a) => a.id)}::uuid[], ${assets.map((a) => a.manifestTag)}::text[],
      ${assets.map((a) => a.sortOrder)}::int[]) AS given(id, tag, place)
    WHERE assets.id = given.id`);
}

export type AssetLinks = Pick<AssetRow, 'id' | 'sourceAssetId' | 'viewOfId'>;

/** Sets which asset each was cropped from and whose subject it shows too, in one statement. */
export async function writeLinks(tx: Tx, links: AssetLinks[]): Promise<void> {
  if (links.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    UPDATE assets SET source_asset_id = given.source, view_of_id = given.leader
    FROM unnest(${links.map((l) => l.id)}::uuid[], ${links.map((l) => l.sourceAssetId)}::uuid[],
      ${links.map((l) => l.viewOfId)}::uuid[]) AS given(id, source, leader)
    WHERE assets.id = given.id`);
}

/** Ends links between assets of different manifests: a crop or another side of one that moved stands on its own. */
export async function cutForeignLinks(tx: Tx, manifestIds: string[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE assets SET
      source_asset_id = CASE WHEN EXISTS (SELECT FROM assets parent
        WHERE parent.id = assets.source_asset_id AND parent.manifest_id = assets.manifest_id) THEN source_asset_id END,
      view_of_id = CASE WHEN EXISTS (SELECT FROM assets leader
        WHERE leader.id = assets.view_of_id AND leader.manifest_id = assets.manifest_id) THEN view_of_id END
    WHERE manifest_id = ANY(${manifestIds}::uuid[]) AND (source_asset_id IS NOT NULL OR view_of_id IS NOT NULL)`);
}
