import { findAssets } from '../assets/asset-repo.ts';
import { type BlobRow, insertBlobs } from '../blobs/blob-repo.ts';
import { blobStore } from '../blobs/store-instance.ts';
import { db } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Asset as AssetRow, Manifest as ManifestRow } from '../generated/prisma/client.ts';
import { renderContactSheet, type SheetInput } from './contact-sheet.ts';
import { manifestNotFound } from './edit.ts';
import { findManifest } from './manifest-repo.ts';
import { besideLeaders } from './reference-order.ts';
import { digestOf, freeze } from './snapshot.ts';

function sheetInput(manifest: ManifestRow, assets: AssetRow[]): SheetInput {
  return {
    manifest: {
      name: manifest.name,
      version: manifest.version,
      digest: digestOf(freeze(manifest, assets)),
    },
    assets: sheetOrder(assets).map((a) => ({
      tag: a.manifestTag,
      name: printName(a, assets),
      type: a.assetType,
      imageHash: a.masterHash,
      width: a.width,
      height: a.height,
      hasAlpha: a.hasAlpha,
      qualityScore: a.qualityScore,
    })),
  };
}

const sheetOrder = (assets: AssetRow[]) =>
  besideLeaders(
    assets,
    (asset) => asset.id,
    (asset) => asset.viewOfId,
  );

/** A view goes by its subject and side: "Mara, side". */
function printName({ name, view, viewOfId }: AssetRow, assets: AssetRow[]): string {
  const leader = view && assets.find(({ id }) => id === viewOfId);
  return leader
    ? `${leader.name}, ${view === 'three_quarter' ? 'three-quarter' : view.replace('_', ' ')}`
    : name;
}

/** Draws a manifest's contact sheet and stores it; the row that names it is the caller's to write. */
export async function renderManifestSheet(manifest: ManifestRow, assets: AssetRow[]): Promise<BlobRow> {
  const png = await renderContactSheet(sheetInput(manifest, assets), blobStore());
  return { ...(await blobStore().put(png)), mediaType: 'image/png' };
}

/**
 * What a printed contact sheet of a manifest shows, as it is now. The digest stands for all of it.
 * @throws AppError not-found, also for a manifest without assets
 */
export async function printableSheet(manifestId: string): Promise<SheetInput & { digest: string }> {
  const manifest = await findManifest(db(), manifestId);
  if (!manifest) throw manifestNotFound();
  const assets = await findAssets(db(), manifestId);
  if (assets.length === 0) throw nothingToShow();
  const input = sheetInput(manifest, assets);
  return { ...input, digest: input.manifest.digest ?? '' };
}

const nothingToShow = () => new AppError('not-found', { detail: 'This manifest holds no assets to show.' });

/**
 * The hash of a manifest's contact sheet PNG; drawn now when an edit made the last one stale, and kept unless another
 * edit came in between.
 * @throws AppError not-found, also for a manifest without assets
 */
export async function contactSheetHash(
  manifestId: string,
): Promise<{ hash: string; name: string; version: number }> {
  const manifest = await findManifest(db(), manifestId);
  if (!manifest) throw manifestNotFound();
  const { name, version } = manifest;
  if (manifest.contactSheetHash) return { hash: manifest.contactSheetHash, name, version };
  // After the row: a sheet of older assets must not pass for that revision's.
  const assets = await findAssets(db(), manifestId);
  if (assets.length === 0) throw nothingToShow();
  const sheet = await renderManifestSheet(manifest, assets);
  await db().$transaction(async (tx) => {
    await insertBlobs(tx, [sheet]);
    await tx.manifest.updateMany({
      where: { id: manifestId, revision: manifest.revision },
      data: { contactSheetHash: sheet.hash, updatedAt: manifest.updatedAt },
    });
  });
  return { hash: sheet.hash, name, version };
}
