import { notifyManifest } from '../db/events.ts';
import { db } from '../db/prisma.ts';
import { beginEdit, lockManifest } from '../manifests/edit.ts';
import type { ArrangeViews, Asset } from '../schemas/asset.ts';
import { toAsset } from './asset-dto.ts';
import { findAsset, findAssets } from './asset-repo.ts';
import { assetNotFound } from './asset-service.ts';
import { fillSlots } from './reference-groups.ts';

/**
 * Puts assets into the slots front, three-quarter, side and full body of one subject, all at once, so that two can
 * change places. `assetId` may be any reference of the group. Answers all assets of the manifest.
 * @throws AppError not-found; validation-failed with a pointer
 */
export async function arrangeViews(assetId: string, slots: ArrangeViews): Promise<Asset[]> {
  return db().$transaction(async (tx) => {
    const found = await findAsset(tx, assetId);
    if (!found) throw assetNotFound();
    await lockManifest(tx, found.manifestId);
    const assets = await findAssets(tx, found.manifestId);
    const asset = assets.find(({ id }) => id === assetId);
    if (!asset) throw assetNotFound();
    const changed = fillSlots(assets, asset.viewOfId ?? asset.id, slots);
    if (changed.length === 0) return assets.map(toAsset);
    await beginEdit(tx, found.manifestId);
    // The sides are free before any is taken: the index allows one of each at every moment.
    await tx.asset.updateMany({
      where: { id: { in: changed.map(({ id }) => id) } },
      data: { view: null, isPrimary: false, revision: { increment: 1 } },
    });
    for (const { id, view, viewOfId, isPrimary } of changed)
      await tx.asset.update({ where: { id }, data: { view, viewOfId, isPrimary } });
    await notifyManifest(tx, found.manifestId);
    return (await findAssets(tx, found.manifestId)).map(toAsset);
  });
}
