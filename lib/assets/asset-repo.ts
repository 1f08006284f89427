import { Prisma, type Tx } from '../db/prisma.ts';
import { ASSET_LIMITS } from '../schemas/asset.ts';
import { assetsJson } from './asset-json.ts';

/** The order of assets everywhere: index assets(manifest_id, sort_order, created_at, id). */
export const ASSET_ORDER = [
  { sortOrder: 'asc' },
  { createdAt: 'asc' },
  { id: 'asc' },
] as const satisfies Prisma.AssetOrderByWithRelationInput[];

export function findAssets(tx: Tx, manifestId: string) {
  return tx.asset.findMany({ where: { manifestId }, orderBy: [...ASSET_ORDER] });
}

/** The same of a live manifest as the text of a JSON array, each as `toAsset` makes it; null when it is gone. */
export async function findAssetsJson(tx: Tx, manifestId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ assets: string }[]>(Prisma.sql`
    SELECT ${assetsJson(Prisma.sql`m.id`)} AS assets
    FROM manifests m WHERE m.id = ${manifestId}::uuid AND m.deleted_at IS NULL`);
  return row?.assets ?? null;
}

/** An asset of a live manifest; null when either is gone. */
export function findAsset(tx: Tx, assetId: string) {
  return tx.asset.findFirst({ where: { id: assetId, manifest: { deletedAt: null } } });
}

/** The first of `count` places behind the last asset; where there are not as many, the assets move up first. */
export async function nextSortOrder(tx: Tx, manifestId: string, count = 1): Promise<number> {
  const last = await tx.asset.aggregate({ where: { manifestId }, _max: { sortOrder: true } });
  const next = (last._max.sortOrder ?? -1) + 1;
  if (next + count - 1 <= ASSET_LIMITS.sortOrder) return next;
  const ids = (await findAssets(tx, manifestId)).map(({ id }) => id);
  await writeOrder(tx, manifestId, ids);
  return ids.length;
}

/** Gives the assets the positions 0, 1, 2… in one statement. */
export async function writeOrder(tx: Tx, manifestId: string, assetIds: string[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE assets SET sort_order = given.position - 1, updated_at = now()
    FROM unnest(${assetIds}::uuid[]) WITH ORDINALITY AS given(id, position)
    WHERE assets.id = given.id AND assets.manifest_id = ${manifestId}::uuid`);
}
