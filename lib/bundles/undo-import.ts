import { notifyManifest } from '../db/events.ts';
import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { beginEdit } from '../manifests/edit.ts';
import { deleteManifest } from '../manifests/manifest-service.ts';
import type { UndoImport } from '../schemas/bundle.ts';

/**
 * Takes an import back: what it made goes to the trash, the assets it added to others are removed. What is gone already
 * is passed over, so it may be pressed twice.
 * @throws AppError in-use when a film was made with one of the manifests meanwhile
 */
export async function undoImport({ manifest_ids, asset_ids }: UndoImport): Promise<void> {
  await db().$transaction(async (tx) => {
    const rows = await tx.asset.findMany({
      where: { id: { in: asset_ids }, manifest: { deletedAt: null } },
      select: { manifestId: true },
      distinct: ['manifestId'],
      orderBy: { manifestId: 'asc' },
    });
    for (const { manifestId } of rows) await removeAssets(tx, manifestId, asset_ids);
  });
  for (const id of manifest_ids) {
    await deleteManifest(id).catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'not-found')) throw error;
    });
  }
}

async function removeAssets(tx: Tx, manifestId: string, ids: string[]): Promise<void> {
  await beginEdit(tx, manifestId);
  const { count } = await tx.asset.deleteMany({ where: { manifestId, id: { in: ids } } });
  await tx.manifest.update({ where: { id: manifestId }, data: { assetCount: { decrement: count } } });
  await notifyManifest(tx, manifestId);
}
