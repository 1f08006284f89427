import type { Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import { beginEdit } from '../manifests/edit.ts';
import { allocateTags } from '../manifests/tags.ts';
import { ASSET_LIMITS, ASSET_TYPES } from '../schemas/asset.ts';
import { nextSortOrder } from './asset-repo.ts';

type Place = { manifestTag: string; sortOrder: number };

/** Begins the edit of the manifest that gets the assets, and counts them. */
export async function makeRoom(tx: Tx, manifestId: string, count: number): Promise<void> {
  await beginEdit(tx, manifestId);
  const { assetCount } = await tx.manifest.update({
    where: { id: manifestId },
    data: { assetCount: { increment: count } },
    select: { assetCount: true },
  });
  if (assetCount > ASSET_LIMITS.perManifest)
    throw new AppError('validation-failed', {
      detail: `A manifest holds ${ASSET_LIMITS.perManifest} assets at most; there is room for ${Math.max(0, ASSET_LIMITS.perManifest - assetCount + count)} more.`,
    });
}

/** The next tags of each series and places at the end, in the assets' own order. */
export async function placesIn(
  tx: Tx,
  manifestId: string,
  assets: Pick<AssetRow, 'id' | 'assetType'>[],
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  if (assets.length === 0) return places;
  const first = await nextSortOrder(tx, manifestId, assets.length);
  const position = new Map(assets.map(({ id }, i) => [id, first + i]));
  for (const type of ASSET_TYPES) {
    const ofType = assets.filter((asset) => asset.assetType === type);
    if (ofType.length === 0) continue;
    const tags = await allocateTags(tx, manifestId, type, ofType.length);
    for (const [i, { id }] of ofType.entries())
      places.set(id, { manifestTag: tags[i] ?? '', sortOrder: position.get(id) ?? first });
  }
  return places;
}
