import { notifyManifest } from '../db/events.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import { beginEdit, lockManifest } from '../manifests/edit.ts';
import type { BulkAnswer, MergeAssets } from '../schemas/asset-bulk.ts';
import { findPicked } from './asset-bulk-repo.ts';
import { toAsset } from './asset-dto.ts';
import { mergedTexts, type OwnTexts } from './merged-texts.ts';
import { missingOf, nonePicked } from './picked-assets.ts';

/**
 * Keeps one of several images of the same thing: the user's tags and texts of the others go to it, crops of theirs
 * become crops of it, and they are deleted. Their tags are retired.
 * @throws AppError not-found; validation-failed when the texts are too long together
 */
export async function mergeAssets(
  manifestId: string,
  { into, asset_ids: assetIds }: MergeAssets,
): Promise<BulkAnswer> {
  const otherIds = assetIds.filter((id) => id !== into);
  return db().$transaction(async (tx) => {
    await lockManifest(tx, manifestId);
    const [best] = await findPicked(tx, manifestId, [into]);
    if (!best)
      throw new AppError('not-found', { detail: 'The image to keep is not in the manifest any more.' });
    const others = await findPicked(tx, manifestId, otherIds);
    if (others.length === 0) throw nonePicked();
    const texts = mergedTexts(ownTexts(best), others.map(ownTexts));
    const removed = others.map(({ id }) => id);
    await beginEdit(tx, manifestId);
    await tx.asset.updateMany({
      where: { manifestId, sourceAssetId: { in: removed }, id: { notIn: [into, ...removed] } },
      data: { sourceAssetId: into },
    });
    const becomesPrimary =
      others.some(({ isPrimary }) => isPrimary) && !(await hasPrimary(tx, best, removed));
    await tx.asset.deleteMany({ where: { manifestId, id: { in: removed } } });
    await tx.asset.update({
      where: { id: into },
      data: {
        description: texts.description,
        userTags: texts.userTags,
        ...(texts.reversePrompt !== null && {
          reversePrompt: texts.reversePrompt,
          reversePromptByUser: true,
        }),
        ...(texts.visualDescription !== null && {
          visualDescription: texts.visualDescription,
          visualByUser: true,
        }),
        ...(becomesPrimary && { isPrimary: true }),
        revision: { increment: 1 },
      },
    });
    await tx.manifest.update({
      where: { id: manifestId },
      data: { assetCount: { decrement: removed.length } },
    });
    await notifyManifest(tx, manifestId);
    return {
      assets: (await findPicked(tx, manifestId, [into])).map(toAsset),
      removed,
      missing: missingOf(otherIds, others),
      to: null,
    };
  });
}

/** Whether another image that stays is sent first of the best one's group. */
async function hasPrimary(tx: Tx, best: AssetRow, removed: string[]): Promise<boolean> {
  const leader = best.viewOfId ?? best.id;
  const primaries = await tx.asset.count({
    where: { isPrimary: true, id: { notIn: removed }, OR: [{ id: leader }, { viewOfId: leader }] },
  });
  return primaries > 0;
}

function ownTexts(row: AssetRow): OwnTexts {
  return {
    description: row.description,
    userTags: row.userTags,
    reversePrompt: row.reversePromptByUser ? row.reversePrompt : null,
    visualDescription: row.visualByUser ? row.visualDescription : null,
  };
}
