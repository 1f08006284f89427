import { v7 as uuidv7 } from 'uuid';
import { nextSortOrder } from '../assets/asset-repo.ts';
import { notifyManifest } from '../db/events.ts';
import { Prisma, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import { beginEdit } from '../manifests/edit.ts';
import { allocateTags } from '../manifests/tags.ts';
import { ASSET_LIMITS, type AssetType } from '../schemas/asset.ts';
import type { BundleAsset, BundleManifest } from '../schemas/bundle.ts';
import { matchAssets } from './import-plan.ts';
import type { ClashAsset } from './import-repo.ts';

/** What an asset row says of its image. */
export type ImportedImage = {
  originalHash: string;
  masterHash: string;
  width: number;
  height: number;
  hasAlpha: boolean;
  placeholder: string;
};

export type Images = ReadonlyMap<string, ImportedImage>;

export type WrittenAssets = {
  addedAssetIds: string[];
  /** Tag in the bundle → tag in the manifest. */
  tags: Record<string, string>;
};

const ROWS_AT_ONCE = 500;

/** A new manifest, version 1, with the tags and the retired numbers of the bundle. */
export async function createFromBundle(
  tx: Tx,
  manifest: BundleManifest,
  name: string,
  images: Images,
): Promise<WrittenAssets & { manifestId: string }> {
  const { description, category, tags, tag_counters, assets } = manifest;
  const manifestId = uuidv7();
  const withImage = assets.filter((asset) => asset.image);
  await tx.manifest.create({
    data: {
      id: manifestId,
      name,
      description,
      category,
      tags,
      status: withImage.length > 0 && withImage.every((asset) => asset.analysed) ? 'READY' : 'DRAFT',
      assetCount: assets.length,
      tagCounters: {
        createMany: {
          data: Object.entries(tag_counters).flatMap(([prefix, lastNumber]) =>
            lastNumber ? [{ prefix, lastNumber }] : [],
          ),
        },
      },
    },
  });
  const ids = new Map(assets.map((asset) => [asset.tag, uuidv7()]));
  const placed = assets.map((asset, sortOrder) => ({
    asset,
    id: ids.get(asset.tag) ?? uuidv7(),
    tag: asset.tag,
    sortOrder,
    isPrimary: asset.primary,
    view: asset.view,
    viewOfId: (asset.view_of && ids.get(asset.view_of)) ?? null,
    sourceAssetId: (asset.cropped_from && ids.get(asset.cropped_from)) ?? null,
  }));
  await insertAssets(tx, manifestId, placed, images);
  return {
    manifestId,
    addedAssetIds: placed.map((p) => p.id),
    tags: Object.fromEntries(assets.map(({ tag }) => [tag, tag])),
  };
}

/**
 * Adds to a manifest what it has not yet, at the end of its order and with the next tags. References point to what is
 * there; where a group has such a view or a primary already, the one that comes in gives way. The caller
 * holds the manifest; where nothing is new nothing is edited.
 * @throws AppError validation-failed when the manifest would hold too many
 */
export async function mergeIntoManifest(
  tx: Tx,
  manifestId: string,
  { assets }: BundleManifest,
  present: ClashAsset[],
  images: Images,
): Promise<WrittenAssets> {
  const same = matchAssets(assets, present);
  const added = assets.filter((asset) => !same.has(asset.tag));
  if (present.length + added.length > ASSET_LIMITS.perManifest)
    throw new AppError('validation-failed', {
      detail: `A manifest holds ${ASSET_LIMITS.perManifest} assets at most. Import this one under a new name.`,
    });
  if (added.length > 0) await beginEdit(tx, manifestId);
  const newTags = await allocateAll(tx, manifestId, added);
  const ids = new Map(added.map((asset) => [asset.tag, uuidv7()]));
  const idOf = (tag: string | null) => (tag === null ? null : (same.get(tag)?.id ?? ids.get(tag) ?? null));
  const leaderOf = new Map(present.map((asset) => [asset.id, asset.viewOfId ?? asset.id]));
  const taken = new Set(
    present.flatMap((asset) => {
      const group = asset.viewOfId ?? asset.id;
      return [
        ...(asset.view ? [`${group} ${asset.view}`] : []),
        ...(asset.isPrimary ? [`${group} primary`] : []),
      ];
    }),
  );
  const first = added.length > 0 ? await nextSortOrder(tx, manifestId) : 0;
  // Leaders before those that follow them: of two, the one that follows gives way.
  const inGroups = [...added.filter((a) => a.view_of === null), ...added.filter((a) => a.view_of !== null)];
  const rights = new Map(
    inGroups.map((asset) => {
      const id = ids.get(asset.tag) ?? '';
      const target = idOf(asset.view_of);
      const viewOfId = target && (leaderOf.get(target) ?? target);
      const group = viewOfId ?? id;
      const isFree = (what: string) =>
        !taken.has(`${group} ${what}`) && Boolean(taken.add(`${group} ${what}`));
      return [
        asset.tag,
        {
          id,
          viewOfId,
          view: asset.view && isFree(asset.view) ? asset.view : null,
          isPrimary: asset.primary && isFree('primary'),
        },
      ];
    }),
  );
  const placed = added.flatMap((asset, i) => {
    const right = rights.get(asset.tag);
    const tag = newTags.get(asset.tag);
    if (!right || !tag) return [];
    return [{ asset, tag, sortOrder: first + i, sourceAssetId: idOf(asset.cropped_from), ...right }];
  });
  await insertAssets(tx, manifestId, placed, images);
  if (placed.length > 0) {
    await tx.manifest.update({
      where: { id: manifestId },
      data: { assetCount: { increment: placed.length } },
    });
    await notifyManifest(tx, manifestId);
  }
  return {
    addedAssetIds: placed.map((p) => p.id),
    tags: Object.fromEntries(
      assets.map(({ tag }) => [tag, same.get(tag)?.manifestTag ?? newTags.get(tag) ?? tag]),
    ),
  };
}

async function allocateAll(tx: Tx, manifestId: string, assets: BundleAsset[]): Promise<Map<string, string>> {
  const byType = Map.groupBy(assets, (asset) => asset.type);
  const tags = new Map<string, string>();
  for (const [type, members] of byType as Map<AssetType, BundleAsset[]>) {
    const given = await allocateTags(tx, manifestId, type, members.length);
    for (const [i, { tag }] of members.entries()) tags.set(tag, given[i] ?? tag);
  }
  return tags;
}

type PlacedAsset = {
  asset: BundleAsset;
  id: string;
  tag: string;
  sortOrder: number;
  isPrimary: boolean;
  view: BundleAsset['view'];
  viewOfId: string | null;
  sourceAssetId: string | null;
};

async function insertAssets(
  tx: Tx,
  manifestId: string,
  placed: PlacedAsset[],
  images: Images,
): Promise<void> {
  for (let i = 0; i < placed.length; i += ROWS_AT_ONCE)
    await tx.asset.createMany({
      data: placed.slice(i, i + ROWS_AT_ONCE).map((each) => toRow(manifestId, each, images)),
    });
  // References once all are there, whatever their order.
  const linked = placed.filter((each) => each.viewOfId ?? each.sourceAssetId);
  if (linked.length > 0)
    await tx.$executeRaw(Prisma.sql`
      UPDATE assets SET view_of_id = nullif(given.view_of, '')::uuid, source_asset_id = nullif(given.source, '')::uuid
      FROM unnest(${linked.map((each) => each.id)}::uuid[], ${linked.map((each) => each.viewOfId ?? '')}::text[],
        ${linked.map((each) => each.sourceAssetId ?? '')}::text[]) AS given(id, view_of, source)
      WHERE assets.id = given.id`);
}

function toRow(
  manifestId: string,
  { asset, id, tag, sortOrder, isPrimary, view }: PlacedAsset,
  images: Images,
): Prisma.AssetCreateManyInput {
  const { analysis } = asset;
  const image = asset.image === null ? null : images.get(asset.image);
  if (image === undefined) throw new AppError('internal', { cause: new Error('an image was not taken in') });
  return {
    id,
    manifestId,
    manifestTag: tag,
    assetType: asset.type,
    name: asset.name,
    description: asset.description,
    userTags: asset.user_tags,
    source: asset.source,
    sortOrder,
    isPrimary,
    view,
    fileName: asset.file_name,
    ...(image && {
      originalHash: image.originalHash,
      masterHash: image.masterHash,
      width: image.width,
      height: image.height,
      hasAlpha: image.hasAlpha,
      placeholder: image.placeholder,
    }),
    analysisState: asset.analysed ? 'done' : 'none',
    qualityScore: analysis.quality_score,
    qualityReasons: analysis.quality_reasons ?? Prisma.DbNull,
    palette: analysis.palette ?? Prisma.DbNull,
    cropBbox: analysis.crop ?? Prisma.DbNull,
    detections: analysis.detections ?? Prisma.DbNull,
    perceptualHash: analysis.perceptual_hash,
    detectionClass: analysis.detection_class,
    detectionConfidence: analysis.detection_confidence,
    isFaceCrop: analysis.is_face_crop,
    reversePrompt: asset.reverse_prompt?.text ?? null,
    reversePromptByUser: asset.reverse_prompt?.by === 'user',
    visualDescription: asset.visual_description?.text ?? null,
    visualByUser: asset.visual_description?.by === 'user',
  };
}
