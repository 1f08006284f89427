import { db, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { type Asset as AssetRow, Prisma } from '../generated/prisma/client.ts';
import { etagOf } from '../http/etag.ts';
import { beginEdit, changesAnything, lockManifestOf, manifestNotFound } from '../manifests/edit.ts';
import { allocateTags, retireTags } from '../manifests/tags.ts';
import { ASSET_LIMITS, type Asset, type CreateAsset, type UpdateAsset } from '../schemas/asset.ts';
import { toAsset } from './asset-dto.ts';
import { findAsset, findAssets, findAssetsJson, writeOrder } from './asset-repo.ts';
import type { TakenImage } from './image-intake.ts';
import { insertAsset } from './insert-asset.ts';
import { groupColumns } from './reference-groups.ts';
import { insertTakenImages } from './taken-images-repo.ts';

export const assetNotFound = () =>
  new AppError('not-found', { detail: 'There is no such asset, or it was deleted.' });

/** The revisions an edit may have been made against; absent: any. */
export type IfRevision = { ifRevision?: number | number[] | undefined };

/** @throws AppError precondition-failed with the asset as it is now */
function assertRevision(row: AssetRow, { ifRevision }: IfRevision): void {
  if (ifRevision === undefined || [ifRevision].flat().includes(row.revision)) return;
  throw new AppError('precondition-failed', {
    detail: 'The image was changed elsewhere. Load it again and repeat your change.',
    extra: { current_revision: row.revision, current: toAsset(row) },
    headers: { etag: etagOf(row.revision) },
  });
}

/** What the analysis said of a former image; what the user wrote stays. */
function withoutAnalysis({ reversePromptByUser, visualByUser }: AssetRow) {
  return {
    analysisRunId: null,
    qualityScore: null,
    qualityReasons: Prisma.DbNull,
    palette: Prisma.DbNull,
    cropBbox: Prisma.DbNull,
    detections: Prisma.DbNull,
    perceptualHash: null,
    detectionClass: null,
    detectionConfidence: null,
    isFaceCrop: false,
    ...(!reversePromptByUser && { reversePrompt: null }),
    ...(!visualByUser && { visualDescription: null }),
  } satisfies Prisma.AssetUncheckedUpdateInput;
}

/** What every image of an asset sets. */
function imageColumns(image: TakenImage) {
  return {
    originalHash: image.original.hash,
    masterHash: image.master.hash,
    width: image.master.width,
    height: image.master.height,
    hasAlpha: image.hasAlpha,
    placeholder: image.placeholder,
    fileName: image.fileName,
    analysisState: 'none',
    analysisError: null,
  } as const satisfies Partial<Prisma.AssetUncheckedUpdateInput>;
}

/**
 * Adds an asset with the next tag of its type's series, at the end of the order; with `image`, in the same
 * transaction, so that a failed upload leaves nothing behind.
 * @throws AppError not-found, validation-failed (too many assets)
 */
export async function createAsset(
  manifestId: string,
  input: CreateAsset,
  image?: TakenImage,
): Promise<Asset> {
  return db().$transaction((tx) => createAssetIn(tx, manifestId, input, image));
}

/** Where an asset that was cut out of another one comes from. */
export type CropOrigin = Pick<AssetRow, 'sourceAssetId' | 'detectionClass' | 'detectionConfidence'>;

/** `createAsset` inside a transaction that does more. */
export async function createAssetIn(
  tx: Tx,
  manifestId: string,
  input: CreateAsset,
  image?: TakenImage,
  cropOrigin?: CropOrigin,
): Promise<Asset> {
  const { asset_count } = await beginEdit(tx, manifestId, undefined, { addedAssets: 1 });
  if (asset_count > ASSET_LIMITS.perManifest)
    throw new AppError('validation-failed', {
      detail: `A manifest holds ${ASSET_LIMITS.perManifest} assets at most.`,
    });
  if (image) await insertTakenImages(tx, [image]);
  return insertAsset(tx, manifestId, { ...input, ...(image && imageColumns(image)), ...cropOrigin });
}

/** @throws AppError not-found unless the manifest is there and not in the trash */
export async function assertManifest(manifestId: string): Promise<void> {
  const manifest = await db().manifest.findFirst({
    where: { id: manifestId, deletedAt: null },
    select: { id: true },
  });
  if (!manifest) throw manifestNotFound();
}

/** The assets of a live manifest by sort_order, then age. @throws AppError not-found */
export async function listAssets(manifestId: string): Promise<Asset[]> {
  const assets = await findAssetsJson(db(), manifestId);
  if (assets === null) throw manifestNotFound();
  return JSON.parse(assets);
}

/**
 * Changes what is given; `null` clears. Another type means the next tag of that series; the old number is retired.
 * A view joins the group of the asset that `view_of_asset_id` names, and of a group one asset is primary.
 * @throws AppError not-found; precondition-failed with the asset as it is now; validation-failed for a view that the
 * group cannot take
 */
export async function updateAsset(
  assetId: string,
  changes: UpdateAsset,
  condition: IfRevision = {},
): Promise<Asset> {
  return editAsset(assetId, condition, async (tx, before) => {
    const retyped =
      changes.asset_type !== undefined && changes.asset_type !== before.assetType
        ? changes.asset_type
        : undefined;
    const [manifestTag] = retyped ? await allocateTags(tx, before.manifestId, retyped) : [];
    if (retyped) await retireTags(tx, [before]);
    return {
      ...(changes.name !== undefined && { name: changes.name }),
      ...(retyped && manifestTag && { assetType: retyped, manifestTag }),
      ...(changes.description !== undefined && { description: changes.description ?? '' }),
      ...(changes.user_tags !== undefined && { userTags: changes.user_tags ?? [] }),
      ...(changes.sort_order !== undefined && { sortOrder: changes.sort_order }),
      ...(changes.reverse_prompt !== undefined && {
        reversePrompt: changes.reverse_prompt,
        reversePromptByUser: changes.reverse_prompt !== null,
      }),
      ...(changes.visual_description !== undefined && {
        visualDescription: changes.visual_description,
        visualByUser: changes.visual_description !== null,
      }),
      ...(await groupColumns(tx, before, changes)),
    };
  });
}

/**
 * Gives an asset its image or replaces it; the former one stays with the films that froze it. What `first` throws, in
 * the same transaction, holds it back.
 * @throws AppError not-found; precondition-failed with the asset as it is now
 */
export async function setAssetImage(
  assetId: string,
  image: TakenImage,
  condition: IfRevision = {},
  first: (tx: Tx, before: AssetRow) => Promise<void> = async () => {},
): Promise<Asset> {
  return editAsset(assetId, condition, async (tx, before) => {
    await first(tx, before);
    await insertTakenImages(tx, [image]);
    return { ...withoutAnalysis(before), ...imageColumns(image) };
  });
}

async function editAsset(
  assetId: string,
  condition: IfRevision,
  change: (tx: Tx, before: AssetRow) => Promise<Prisma.AssetUncheckedUpdateInput>,
): Promise<Asset> {
  return db().$transaction(async (tx) => {
    const manifestId = await lockManifestOf(tx, assetId);
    const before = manifestId && (await findAsset(tx, assetId));
    if (!before) throw assetNotFound();
    assertRevision(before, condition);
    const data = await change(tx, before);
    if (!changesAnything(before, data)) return toAsset(before);
    await beginEdit(tx, manifestId);
    const row = await tx.asset.update({
      where: { id: assetId },
      data: { ...data, revision: { increment: 1 } },
    });
    return toAsset(row);
  });
}

/**
 * Deletes an asset for good. Its tag is retired, its images stay while a snapshot names them.
 * @throws AppError not-found; precondition-failed with the asset as it is now
 */
export async function deleteAsset(assetId: string, condition: IfRevision = {}): Promise<void> {
  await db().$transaction(async (tx) => {
    const found = await findAsset(tx, assetId);
    if (!found) throw assetNotFound();
    await beginEdit(tx, found.manifestId);
    const before = await findAsset(tx, assetId);
    if (!before) throw assetNotFound();
    assertRevision(before, condition);
    const { count } = await tx.asset.deleteMany({ where: { id: assetId } });
    if (count === 0) throw assetNotFound();
    await tx.manifest.update({ where: { id: found.manifestId }, data: { assetCount: { decrement: 1 } } });
  });
}

/**
 * Puts the assets in the given order, which must name every asset of the manifest once. `ifRevision` is of the
 * manifest, as is the revision of the answer.
 * @throws AppError not-found, validation-failed, precondition-failed
 */
export async function orderAssets(
  manifestId: string,
  assetIds: string[],
  { ifRevision }: IfRevision = {},
): Promise<{ assets: Asset[]; revision: number }> {
  return db().$transaction(async (tx) => {
    const { revision } = await beginEdit(tx, manifestId, ifRevision);
    const present = new Set((await findAssets(tx, manifestId)).map((a) => a.id));
    const isPermutation =
      new Set(assetIds).size === assetIds.length &&
      assetIds.length === present.size &&
      assetIds.every((id) => present.has(id));
    if (!isPermutation)
      throw new AppError('validation-failed', {
        detail: 'The order must name every asset of the manifest exactly once.',
        errors: [
          { pointer: '#/asset_ids', code: 'not-a-permutation', detail: 'must name every asset exactly once' },
        ],
      });
    await writeOrder(tx, manifestId, assetIds);
    return { assets: (await findAssets(tx, manifestId)).map(toAsset), revision };
  });
}
