import { v7 as uuidv7 } from 'uuid';
import { notifyManifest } from '../db/events.ts';
import { db, Prisma, type Tx } from '../db/prisma.ts';
import { AppError } from '../errors.ts';
import type { Asset as AssetRow } from '../generated/prisma/client.ts';
import { beginEdit, lockManifest } from '../manifests/edit.ts';
import { createManifestIn } from '../manifests/manifest-service.ts';
import { findRetiredTags, retireTags } from '../manifests/tags.ts';
import type { BulkAnswer, BulkOf, Destination } from '../schemas/asset-bulk.ts';
import {
  type AssetLinks,
  cutForeignLinks,
  findPicked,
  writeLinks,
  writeManifest,
} from './asset-bulk-repo.ts';
import { toAsset } from './asset-dto.ts';
import { makeRoom, placesIn } from './new-places.ts';
import { missingOf, nonePicked } from './picked-assets.ts';

type Target = { manifest_id: string; name: string; is_new: boolean };

/**
 * Copies assets to the end of another manifest: new ids and tags there, the same bytes, the analysis kept. Crops and
 * other sides stay linked to those that were copied with them.
 * @throws AppError not-found; validation-failed when the other manifest would hold too many
 */
export async function copyAssets(
  manifestId: string,
  { asset_ids: assetIds, to }: Pick<BulkOf<'copy'>, 'asset_ids' | 'to'>,
): Promise<BulkAnswer> {
  return db().$transaction(async (tx) => {
    const { picked, target } = await openBoth(tx, manifestId, assetIds, to);
    await makeRoom(tx, target.manifest_id, picked.length);
    const places = await placesIn(tx, target.manifest_id, picked);
    const ids = new Map(picked.map(({ id }) => [id, uuidv7()]));
    const newId = (id: string | null) => (id && ids.get(id)) ?? null;
    await tx.asset.createMany({
      data: picked.map(({ createdAt: _, updatedAt: __, ...asset }) => ({
        ...asset,
        ...places.get(asset.id),
        id: ids.get(asset.id) ?? uuidv7(),
        manifestId: target.manifest_id,
        sourceAssetId: null,
        viewOfId: null,
        revision: 1,
        analysisRunId: null,
        analysisState: restingState(asset),
        cropBbox: asset.cropBbox ?? Prisma.DbNull,
        detections: asset.detections ?? Prisma.DbNull,
        qualityReasons: asset.qualityReasons ?? Prisma.DbNull,
        palette: asset.palette ?? Prisma.DbNull,
      })),
    });
    const links = picked.map(
      ({ id, sourceAssetId, viewOfId }): AssetLinks => ({
        id: ids.get(id) ?? id,
        sourceAssetId: newId(sourceAssetId),
        viewOfId: newId(viewOfId),
      }),
    );
    await writeLinks(
      tx,
      links.filter((link) => link.sourceAssetId !== null || link.viewOfId !== null),
    );
    await notifyManifest(tx, target.manifest_id);
    return {
      assets: (await findPicked(tx, target.manifest_id, [...ids.values()])).map(toAsset),
      removed: [],
      missing: missingOf(assetIds, picked),
      to: target,
    };
  });
}

/**
 * Moves assets to the end of another manifest: the same ids, new tags there; the old ones are retired here. An asset
 * that had a tag there before gets it back, with its place, when `former_tags` names it: the way back of a move.
 * @throws AppError not-found; validation-failed when the other manifest would hold too many
 */
export async function moveAssets(
  manifestId: string,
  { asset_ids: assetIds, to, former_tags: formerTags }: Omit<BulkOf<'move'>, 'op'>,
): Promise<BulkAnswer> {
  return db().$transaction(async (tx) => {
    const { picked, target } = await openBoth(tx, manifestId, assetIds, to);
    await makeRoom(tx, target.manifest_id, picked.length);
    const ids = picked.map(({ id }) => id);
    const former = new Map(
      (await findRetiredTags(tx, target.manifest_id, ids))
        .filter(({ assetId, manifestTag }) => formerTags[assetId] === manifestTag)
        .map(({ assetId, manifestTag, sortOrder }) => [assetId, { manifestTag, sortOrder }]),
    );
    const fresh = await placesIn(
      tx,
      target.manifest_id,
      picked.filter(({ id }) => !former.has(id)),
    );
    await retireTags(tx, picked);
    await writeManifest(
      tx,
      target.manifest_id,
      ids.flatMap((id) => {
        const place = former.get(id) ?? fresh.get(id);
        return place ? [{ id, ...place }] : [];
      }),
    );
    await tx.retiredTag.deleteMany({
      where: {
        manifestId: target.manifest_id,
        manifestTag: { in: [...former.values()].map(({ manifestTag }) => manifestTag) },
      },
    });
    await cutForeignLinks(tx, [manifestId, target.manifest_id]);
    await beginEdit(tx, manifestId);
    await tx.manifest.update({ where: { id: manifestId }, data: { assetCount: { decrement: ids.length } } });
    await notifyManifest(tx, manifestId);
    await notifyManifest(tx, target.manifest_id);
    return {
      assets: (await findPicked(tx, target.manifest_id, ids)).map(toAsset),
      removed: ids,
      missing: missingOf(assetIds, picked),
      to: target,
    };
  });
}

/** Locks both manifests, always in the order of their ids: two moves that cross each other do not wait for ever. */
async function openBoth(tx: Tx, manifestId: string, assetIds: string[], to: Destination) {
  if ('manifest_id' in to) {
    if (to.manifest_id === manifestId)
      throw new AppError('validation-failed', {
        detail: 'The images are in this manifest already. Choose another.',
        errors: [{ pointer: '#/to/manifest_id', code: 'not-allowed', detail: 'is the same manifest' }],
      });
    for (const id of [manifestId, to.manifest_id].toSorted()) await lockManifest(tx, id);
  } else {
    await lockManifest(tx, manifestId);
  }
  const picked = await findPicked(tx, manifestId, assetIds);
  if (picked.length === 0) throw nonePicked();
  return { picked, target: await targetOf(tx, to) };
}

async function targetOf(tx: Tx, to: Destination): Promise<Target> {
  if ('name' in to) {
    const made = await createManifestIn(tx, { name: to.name, category: 'CUSTOM' });
    return { manifest_id: made.manifest_id, name: made.name, is_new: true };
  }
  const { name } = await tx.manifest.findUniqueOrThrow({
    where: { id: to.manifest_id },
    select: { name: true },
  });
  return { manifest_id: to.manifest_id, name, is_new: false };
}

const restingState = ({ analysisState }: Pick<AssetRow, 'analysisState'>) =>
  analysisState === 'queued' || analysisState === 'running' ? 'none' : analysisState;
